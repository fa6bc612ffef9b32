package io.parley.schema.cassandra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * One numbered CQL script, {@code V001__what_it_makes.cql}: statements that end with a semicolon, and whole lines of
 * comment that begin with two dashes.
 */
record Script(int version, String name, String text) {

    private static final Pattern NAME = Pattern.compile("V(\\d{3})__[a-z0-9_]+\\.cql");

    static List<Script> packaged() {
        try {
            List<Script> scripts = new ArrayList<>();
            for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath:cql/*.cql")) {
                scripts.add(of(
                        Objects.requireNonNull(file.getFilename()), file.getContentAsString(StandardCharsets.UTF_8)));
            }
            if (scripts.isEmpty()) {
                throw new IllegalStateException("cql/*.cql, expected the schema's scripts on the class path");
            }
            scripts.sort(Comparator.comparingInt(Script::version));
            return scripts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Script of(String name, String text) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("name=" + name + ", expected " + NAME);
        }
        return new Script(Integer.parseInt(matcher.group(1)), name, text);
    }

    List<String> statements() {
        String code = text.replaceAll("(?m)^\\s*--.*$", "");
        return Pattern.compile(";")
                .splitAsStream(code)
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    String checksum() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
