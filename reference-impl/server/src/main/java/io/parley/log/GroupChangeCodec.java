package io.parley.log;

import io.parley.kernel.UserId;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON of what changes a group. Both parts of a membership are always written: one content, one text. */
final class GroupChangeCodec {

    private GroupChangeCodec() {}

    static void put(ObjectNode json, GroupChange change) {
        if (change instanceof GroupChange.Membership membership) {
            MembersCodec.put(json.putObject("added"), membership.added());
            ArrayNode removed = json.putArray("removed");
            membership.removed().forEach(user -> removed.add(user.toString()));
        } else if (change instanceof GroupChange.NewRole role) {
            json.put("member", role.member().toString()).put("role", role.role().code());
        } else if (change instanceof GroupChange.Rename rename) {
            json.put("title", rename.title());
        }
    }

    static Content membership(JsonNode json) {
        TreeSet<UserId> removed = new TreeSet<>();
        json.required("removed").forEach(user -> removed.add(UserId.parse(user.asString())));
        return new GroupChange.Membership(MembersCodec.read(json.required("added")), removed);
    }

    static Content role(JsonNode json) {
        return new GroupChange.NewRole(
                UserId.parse(json.required("member").asString()),
                Role.of(json.required("role").asString()));
    }

    static Content rename(JsonNode json) {
        return new GroupChange.Rename(json.required("title").asString());
    }
}
