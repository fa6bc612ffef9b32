package io.parley.log;

import io.parley.kernel.UserId;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Members with their roles as a JSON object, ordered by id. */
final class MembersCodec {

    private MembersCodec() {}

    static void put(ObjectNode json, SortedMap<UserId, Role> members) {
        for (Map.Entry<UserId, Role> member : members.entrySet()) {
            json.put(member.getKey().toString(), member.getValue().code());
        }
    }

    static SortedMap<UserId, Role> read(JsonNode json) {
        SortedMap<UserId, Role> members = new TreeMap<>();
        for (Map.Entry<String, JsonNode> member : json.properties()) {
            members.put(UserId.parse(member.getKey()), Role.of(member.getValue().asString()));
        }
        return members;
    }
}
