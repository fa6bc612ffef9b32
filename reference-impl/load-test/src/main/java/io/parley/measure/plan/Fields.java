package io.parley.measure.plan;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The {@code name=value} parts of a line. Each must be known, and lie within its range. */
final class Fields {

    private final String place;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final TreeSet<String> known = new TreeSet<>();

    /** @param place for messages */
    Fields(String place, List<String> parts) {
        this.place = place;
        for (String part : parts) {
            int equals = part.indexOf('=');
            if (equals < 1) {
                throw wrong(part, "name=value");
            }
            if (values.put(part.substring(0, equals), part.substring(equals + 1)) != null) {
                throw wrong(part, "each name once");
            }
        }
    }

    int number(String name, int otherwise, int min, int max) {
        String text = text(name, Integer.toString(otherwise));
        try {
            int number = Integer.parseInt(text);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw wrong(name + "=" + text, "a whole number, " + min + "…" + max);
    }

    double share(String name, double otherwise) {
        String text = text(name, Double.toString(otherwise));
        try {
            double share = Double.parseDouble(text);
            if (share >= 0 && share <= 1) {
                return share;
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw wrong(name + "=" + text, "a number, 0…1");
    }

    Duration seconds(String name, int otherwise, int min, int max) {
        return Duration.ofSeconds(number(name, otherwise, min, max));
    }

    boolean flag(String name) {
        String text = text(name, "no");
        if (text.equals("yes") || text.equals("no")) {
            return text.equals("yes");
        }
        throw wrong(name + "=" + text, "yes or no");
    }

    /** Numbers with commas between; may be empty. */
    List<Integer> numbers(String name, String otherwise, int min, int max) {
        String text = text(name, otherwise);
        if (text.isEmpty()) {
            return List.of();
        }
        try {
            List<Integer> all =
                    Arrays.stream(text.split(",", -1)).map(Integer::valueOf).toList();
            if (all.stream().allMatch(number -> number >= min && number <= max)) {
                return all;
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw wrong(name + "=" + text, "whole numbers " + min + "…" + max + " with commas between");
    }

    List<String> words(String name, String otherwise, List<String> allowed) {
        List<String> all = List.of(text(name, otherwise).split(",", -1));
        if (allowed.containsAll(all)) {
            return all;
        }
        throw wrong(name + "=" + String.join(",", all), "some of " + String.join(", ", allowed));
    }

    /** @throws IllegalArgumentException when the line has a part that nobody asked for */
    void allKnown() {
        for (String name : values.keySet()) {
            if (!known.contains(name)) {
                throw wrong(name, "one of " + String.join(", ", known));
            }
        }
    }

    private String text(String name, String otherwise) {
        known.add(name);
        return values.getOrDefault(name, otherwise);
    }

    private IllegalArgumentException wrong(String what, String expected) {
        return new IllegalArgumentException(place + ": " + what + ", expected " + expected);
    }
}
