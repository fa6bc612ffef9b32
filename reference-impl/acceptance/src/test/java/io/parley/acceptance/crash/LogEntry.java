package io.parley.acceptance.crash;

import io.parley.kernel.EntryId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One entry as a client sees it, pushed or read.
 *
 * @param text of a message; null for every other kind
 */
record LogEntry(
        Seq seq,
        String kind,
        EntryId id,
        UserId author,
        @Nullable String text) {

    static LogEntry read(JsonNode json) {
        JsonNode content = json.get("content");
        return new LogEntry(
                new Seq(json.required("seq").asLong()),
                json.required("kind").asString(),
                EntryId.parse(json.required("id").asString()),
                UserId.parse(json.required("author").asString()),
                content == null ? null : content.required("text").asString());
    }

    boolean isMessage() {
        return kind.equals("message");
    }

    boolean isCreation() {
        return kind.equals("created");
    }

    /** The same entry at another position. */
    LogEntry at(Seq position) {
        return new LogEntry(position, kind, id, author, text);
    }

    @Override
    public String toString() {
        return "entry " + seq + " (" + kind + " " + id + ")";
    }
}
