package io.parley.site.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the decision records and holds each to the form that CONTRIBUTING.md gives. */
final class DecisionReader {

    private static final Pattern NAME = Pattern.compile("([0-9]{4})-[a-z0-9-]+\\.adoc");
    private static final Pattern STATUS = Pattern.compile("proposed|accepted|superseded");
    private static final Pattern BUILT = Pattern.compile("yes|in part|no");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final List<String> SECTIONS =
            List.of("Context", "Options", "Decision", "Consequences", "Confirmation", "Reopen when");
    private static final int OPTIONS_MIN = 2;

    /** About one printed page. */
    private static final int WORDS_MAX = 750;

    private static final Pattern SHOWN = Pattern.compile("test:[\\w-]+\\[]|conformance rule", Pattern.CASE_INSENSITIVE);
    private static final Pattern PENDING = Pattern.compile("(?s)Not built.*req:[A-Z]+-[0-9]+\\[");

    private final Findings findings;

    DecisionReader(Findings findings) {
        this.findings = findings;
    }

    List<Decision> read(Path directory) {
        List<Decision> decisions = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                Matcher matcher = NAME.matcher(name);
                if (matcher.matches()) {
                    if (decisions.stream().anyMatch(each -> each.number().equals(matcher.group(1)))) {
                        findings.add("adr/" + name, "the number " + matcher.group(1) + " is taken");
                    }
                    decisions.add(decision(matcher.group(1), "adr/" + name, Files.readString(file)));
                } else {
                    findings.add("adr/" + name, "expected a name such as 0001-title.adoc");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return decisions;
    }

    Decision decision(String number, String place, String source) {
        String status = attribute(source, "status");
        String date = attribute(source, "date");
        if (!STATUS.matcher(status).matches()) {
            findings.add(place, "status=" + status + ", expected proposed, accepted or superseded");
        }
        String built = attribute(source, "built");
        if (!BUILT.matcher(built).matches()) {
            findings.add(place, "built=" + built + ", expected yes, in part or no");
        }
        String area = attribute(source, "area");
        if (!Decision.AREAS.contains(area)) {
            findings.add(place, "area=" + area + ", expected one of " + Decision.AREAS);
        }
        if (!DATE.matcher(date).matches()) {
            findings.add(place, "date=" + date + ", expected a day such as 2026-11-20");
        }
        if (attribute(source, "summary").isEmpty()) {
            findings.add(place, "summary is missing, expected the decision in one sentence");
        }
        for (String section : SECTIONS) {
            if (!source.contains("\n== " + section + "\n")) {
                findings.add(place, "the section \"" + section + "\" is missing");
            }
        }
        long options = between(source, "\n== Options\n", "\n== ")
                .lines()
                .filter(line -> line.startsWith("=== "))
                .count();
        if (options < OPTIONS_MIN) {
            findings.add(place, "options=" + options + ", expected at least " + OPTIONS_MIN);
        }
        long words = source.lines()
                .flatMap(line -> java.util.Arrays.stream(line.split("\\s+", -1)))
                .filter(word -> !word.isEmpty())
                .count();
        if (words > WORDS_MAX) {
            findings.add(place, "words=" + words + ", expected one page of at most " + WORDS_MAX);
        }
        checkConfirmation(place, built, between(source, "\n== Confirmation\n", "\n== "));
        return new Decision(
                number,
                source.lines().findFirst().orElse("").replaceFirst("^= ", ""),
                status,
                built,
                area,
                attribute(source, "key").equals("yes"),
                date,
                attribute(source, "summary"),
                list(source, "requirements"),
                list(source, "elements"),
                list(source, "relates"),
                list(source, "supersedes"),
                list(source, "superseded-by"),
                source);
    }

    /** What is built is shown by a test or rule; what is not names the requirement that will bring its test. */
    private void checkConfirmation(String place, String built, String confirmation) {
        if (built.matches("yes|in part")
                && !confirmation.isEmpty()
                && !SHOWN.matcher(confirmation).find()) {
            findings.add(place, "built=" + built + ", and its confirmation names no test or rule");
        }
        if (built.matches("in part|no") && !PENDING.matcher(confirmation).find()) {
            findings.add(
                    place,
                    "built=" + built
                            + ", and its confirmation does not say \"Not built\" with a requirement that brings the"
                            + " test");
        }
    }

    private static String between(String text, String from, String to) {
        int start = text.indexOf(from);
        if (start < 0) {
            return "";
        }
        int end = text.indexOf(to, start + from.length());
        return text.substring(start + from.length(), end < 0 ? text.length() : end);
    }

    private static List<String> list(String source, String name) {
        String value = attribute(source, name);
        return value.isEmpty() ? List.of() : List.of(value.split("\\s*,\\s*", -1));
    }

    private static String attribute(String source, String name) {
        Matcher matcher = Pattern.compile("(?m)^:" + name + ":[ ]*(.*)$").matcher(source);
        return matcher.find() ? matcher.group(1).strip() : "";
    }
}
