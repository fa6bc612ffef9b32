package io.parley.site.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the tables out of the migrations: a reader for our own scripts, one column a line, not a parser of SQL. */
final class MigrationReader {

    private static final Pattern CREATE = Pattern.compile(
            "(?m)^((?:--[^\\n]*\\n)*)CREATE TABLE (?:IF NOT EXISTS )?(\\w+) \\(\\n(.*?)\\n\\)[^;]*;", Pattern.DOTALL);
    private static final Pattern ADD =
            Pattern.compile("(?m)^ALTER TABLE (?:IF EXISTS )?(\\w+) ADD (?:COLUMN )?(?:IF NOT EXISTS )?(\\w+ .*?);");
    private static final Pattern DROP = Pattern.compile("(?m)^DROP TABLE (?:IF EXISTS )?(\\w+);$");
    private static final Pattern ALTER = Pattern.compile("(?m)^(?:ALTER|DROP) TABLE .*$");
    private static final Pattern LINE = Pattern.compile("\\s*(\\w+)\\s+(\\w+(?:<[^>]+>)?)\\s*(.*?)\\s*,?\\s*(?:--.*)?");
    private static final Pattern KEY = Pattern.compile("PRIMARY KEY \\((?:\\(([^)]*)\\)(?:,\\s*)?)?([^)]*)\\)");
    private static final Pattern NUMBER = Pattern.compile("V0*([0-9]+)__.*");

    private final Findings findings;
    private final Map<String, Table> tables = new LinkedHashMap<>();

    MigrationReader(Findings findings) {
        this.findings = findings;
    }

    /** The tables that the scripts of a directory leave, in the order in which they are made. */
    List<Table> read(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.sorted(Comparator.comparingInt(MigrationReader::number))
                    .toList()) {
                script(String.valueOf(file.getFileName()), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(tables.values());
    }

    List<Table> script(String place, String text) {
        Matcher create = CREATE.matcher(text);
        while (create.find()) {
            String comment = create.group(1)
                    .replaceAll("(?m)^--\\s*", "")
                    .replace('\n', ' ')
                    .strip();
            tables.put(create.group(2), new Table(create.group(2), comment, columns(create.group(3))));
        }
        Matcher add = ADD.matcher(text);
        while (add.find()) {
            Table table = tables.get(add.group(1));
            if (table != null) {
                List<Table.Column> columns = new ArrayList<>(table.columns());
                columns.addAll(columns(add.group(2)));
                tables.put(table.name(), new Table(table.name(), table.comment(), columns));
            }
        }
        DROP.matcher(text).results().forEach(drop -> tables.remove(drop.group(1)));
        ALTER.matcher(DROP.matcher(ADD.matcher(text).replaceAll("")).replaceAll(""))
                .results()
                .forEach(found -> findings.add(
                        place, "\"" + found.group() + "\" is not understood; teach MigrationReader to read it"));
        return List.copyOf(tables.values());
    }

    private static List<Table.Column> columns(String body) {
        Matcher key = KEY.matcher(body);
        boolean compound = key.find();
        List<String> partition = compound ? names(key.group(1) == null ? key.group(2) : key.group(1)) : List.of();
        List<String> clustering = compound && key.group(1) != null ? names(key.group(2)) : List.of();
        List<Table.Column> columns = new ArrayList<>();
        for (String line : body.split("\n", -1)) {
            Matcher column = LINE.matcher(line);
            if (!column.matches() || column.group(1).matches("PRIMARY|UNIQUE|CHECK|FOREIGN")) {
                continue;
            }
            String name = column.group(1);
            String role = role(column.group(3));
            if (partition.contains(name)) {
                role = clustering.isEmpty() && !body.contains("((") ? "primary key" : "partition key";
            } else if (clustering.contains(name)) {
                role = "clustering key";
            }
            columns.add(new Table.Column(name, column.group(2), role));
        }
        return columns;
    }

    private static String role(String constraints) {
        List<String> roles = new ArrayList<>();
        if (constraints.contains("PRIMARY KEY")) {
            roles.add("primary key");
        }
        if (constraints.contains("UNIQUE")) {
            roles.add("unique");
        }
        if (constraints.matches("(?i).*\\bstatic\\b.*")) {
            roles.add("static");
        }
        Matcher reference = Pattern.compile("REFERENCES (\\w+)").matcher(constraints);
        if (reference.find()) {
            roles.add("of " + reference.group(1));
        }
        return String.join(", ", roles);
    }

    private static List<String> names(String list) {
        return list.isBlank() ? List.of() : List.of(list.strip().split("\\s*,\\s*", -1));
    }

    private static int number(Path file) {
        Matcher matcher = NUMBER.matcher(String.valueOf(file.getFileName()));
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    }
}
