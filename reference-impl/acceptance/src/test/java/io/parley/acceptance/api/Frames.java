package io.parley.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The frames of the server: which members each type has, and which parts are as the OpenAPI document describes them. */
final class Frames {

    private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z";

    private static final Map<String, List<String>> MEMBERS = Map.of(
            "authenticated", List.of("user", "device", "serverTime"),
            "heads", List.of("heads"),
            "accepted", List.of("conversationId", "id", "seq"),
            "refused", List.of("conversationId", "id", "problem"),
            "unknown", List.of("conversationId", "id"),
            "pong", List.of("serverTime"),
            "entry", List.of("conversationId", "entry"),
            "conversation", List.of("conversation"),
            "resync", List.of(),
            "problem", List.of("problem"));

    private static final Map<String, String> SCHEMAS = Map.of(
            "user", "User", "device", "Device", "entry", "Entry", "conversation", "Conversation", "problem", "Problem");

    private Frames() {}

    /** Fails on a frame that the contract does not have. */
    static void check(JsonNode frame) {
        String type = frame.path("type").asString();
        assertThat(MEMBERS).as("types of frames").containsKey(type);
        List<String> members = new ArrayList<>(MEMBERS.get(type));
        members.add("type");
        if (type.equals("heads") && frame.has("token")) {
            members.add("token");
        }
        assertThat(frame.propertyNames()).as("members of %s", frame).containsExactlyInAnyOrderElementsOf(members);
        SCHEMAS.forEach((member, schema) -> {
            if (members.contains(member)) {
                ApiDocument.committed().requireForm(schema, frame.get(member));
            }
        });
        if (members.contains("problem")) {
            Answer.problem(frame.get("problem"));
        }
        if (members.contains("serverTime")) {
            assertThat(frame.get("serverTime").asString()).matches(TIME);
        }
    }
}
