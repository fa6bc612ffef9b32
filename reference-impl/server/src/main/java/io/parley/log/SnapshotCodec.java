package io.parley.log;

import io.parley.kernel.EntryId;
import io.parley.kernel.UserId;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A folded state as JSON text, with its ids packed. A snapshot of an unknown version is no snapshot: the log is replayed. One
 * of the version before is read: in it the roster was that of the creation, as nothing could change it.
 */
final class SnapshotCodec {

    private static final int VERSION = 2;
    private static final int OF_CREATION = 1;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SnapshotCodec() {}

    /** A read-only state is not for keeping: a node that understands more would inherit what this one skipped. */
    static LogStore.Snapshot encode(ConversationState state) {
        if (state.isReadOnly()) {
            throw new IllegalArgumentException("state=read-only, expected one whose entries were all understood");
        }
        ObjectNode json = JSON.createObjectNode();
        json.put("ordinal", state.ordinal());
        json.put("lastAt", state.lastActivityAt().toEpochMilli());
        json.put("ids", pack(state.window().ids()));
        json.put("evictedTimeMillis", state.window().evictedTimeMillis());
        ConversationState.Genesis genesis = state.genesisOrNull();
        if (genesis != null) {
            json.putObject("genesis")
                    .put("type", genesis.type().code())
                    .put("creator", genesis.creator().toString())
                    .put("at", genesis.at().toEpochMilli());
        }
        put(json, state.roster());
        return new LogStore.Snapshot(state.head(), VERSION, JSON.writeValueAsString(json));
    }

    static Optional<ConversationState> decode(LogStore.Snapshot snapshot, int idWindowEntries) {
        if (snapshot.version() != VERSION && snapshot.version() != OF_CREATION) {
            return Optional.empty();
        }
        ObjectNode json = (ObjectNode) JSON.readTree(snapshot.state());
        if (snapshot.version() == OF_CREATION) {
            bringUp(json);
        }
        List<EntryId> ids = unpack(json.required("ids").asString());
        if (ids.size() > idWindowEntries) {
            // Written with a larger window than this node's: replay.
            return Optional.empty();
        }
        IdWindow window = IdWindow.of(
                ids,
                idWindowEntries,
                snapshot.seq(),
                json.required("evictedTimeMillis").asLong());
        return Optional.of(new ConversationState(
                snapshot.seq(),
                json.required("ordinal").asLong(),
                genesis(json.get("genesis")),
                roster(json),
                Instant.ofEpochMilli(json.required("lastAt").asLong()),
                window,
                false));
    }

    private static void bringUp(ObjectNode json) {
        ObjectNode genesis = (ObjectNode) json.required("genesis");
        Content.Created created = (Content.Created) ContentCodec.decode(
                        Kind.CREATED.code(),
                        ContentCodec.VERSION,
                        genesis.required("created").asString())
                .orElseThrow();
        genesis.put("type", created.type().code());
        put(json, new Roster(created.members(), created.title()));
    }

    private static ConversationState.@Nullable Genesis genesis(@Nullable JsonNode json) {
        return json == null
                ? null
                : new ConversationState.Genesis(
                        ConversationType.of(json.required("type").asString()),
                        UserId.parse(json.required("creator").asString()),
                        Instant.ofEpochMilli(json.required("at").asLong()));
    }

    private static void put(ObjectNode json, Roster roster) {
        MembersCodec.put(json.putObject("members"), roster.members());
        if (roster.title() != null) {
            json.put("title", roster.title());
        }
    }

    private static Roster roster(JsonNode json) {
        JsonNode title = json.get("title");
        return new Roster(MembersCodec.read(json.required("members")), title == null ? null : title.asString());
    }

    private static String pack(List<EntryId> ids) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * Long.BYTES * ids.size());
        for (EntryId id : ids) {
            bytes.putLong(id.value().getMostSignificantBits());
            bytes.putLong(id.value().getLeastSignificantBits());
        }
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    private static List<EntryId> unpack(String text) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text));
        List<EntryId> ids = new ArrayList<>();
        while (bytes.hasRemaining()) {
            ids.add(new EntryId(new UUID(bytes.getLong(), bytes.getLong())));
        }
        return ids;
    }
}
