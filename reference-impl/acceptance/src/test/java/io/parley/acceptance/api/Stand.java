package io.parley.acceptance.api;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What the names, ids, times and tokens of the examples stand for in this run: given for what a client chooses, learnt from
 * answers for the rest. Everything else has to be as the example says.
 */
final class Stand {

    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z";
    private static final Set<String> TOKENS = Set.of("accessToken", "refreshToken", "token");

    private Map<String, String> actual = new HashMap<>();

    /** This text of an example means that one now. */
    void put(String example, String now) {
        actual.put(example, now);
    }

    boolean knows(String example) {
        return actual.containsKey(example);
    }

    String now(String example) {
        return actual.getOrDefault(example, example);
    }

    /** The example as it is to be sent. */
    JsonNode now(JsonNode example) {
        return Json.read(Json.text(resolved(example)));
    }

    private Object resolved(JsonNode example) {
        if (example.isObject()) {
            Map<String, Object> members = new LinkedHashMap<>();
            example.properties().forEach(member -> members.put(now(member.getKey()), resolved(member.getValue())));
            return members;
        }
        if (example.isArray()) {
            return example.valueStream().map(this::resolved).toList();
        }
        return example.isString() ? now(example.asString()) : example;
    }

    /** Whether this is what the example shows; learns from it if so. */
    boolean fits(JsonNode example, JsonNode answer) {
        Map<String, String> before = new HashMap<>(actual);
        boolean fits = fits("", example, answer);
        if (!fits) {
            actual = before;
        }
        return fits;
    }

    private boolean fits(String name, JsonNode example, JsonNode answer) {
        if (example.isObject()) {
            return answer.isObject()
                    && answer.size() == example.size()
                    && example.properties().stream()
                            .allMatch(member -> answer.has(now(member.getKey()))
                                    && fits(member.getKey(), member.getValue(), answer.get(now(member.getKey()))));
        }
        if (example.isArray()) {
            return answer.isArray()
                    && answer.size() == example.size()
                    && example.valueStream()
                            .allMatch(item -> answer.valueStream().anyMatch(other -> fits(item, other)));
        }
        if (example.isString() && answer.isString()) {
            return means(name, example.asString(), answer.asString());
        }
        return example.equals(answer);
    }

    private boolean means(String name, String example, String answer) {
        if (!knows(example) && changes(name, example, answer)) {
            put(example, answer);
        }
        return now(example).equals(answer);
    }

    /** Both are ids, or both times, or both tokens. */
    private static boolean changes(String name, String example, String answer) {
        return (example.matches(UUID) && answer.matches(UUID))
                || (example.matches(TIME) && answer.matches(TIME) && !example.equals(answer))
                || (TOKENS.contains(name) && !answer.isEmpty());
    }
}
