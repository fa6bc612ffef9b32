package io.parley.simulation;

import io.parley.conversation.web.EntryView;
import io.parley.kernel.ConversationId;
import io.parley.kernel.EntryId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import io.parley.log.Entry;
import io.parley.simulation.client.Held;
import io.parley.simulation.client.Mark;
import io.parley.simulation.client.Receipt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What each device was told, and what it made of that: for another implementation of the client's rules to come to the same.
 * A device that begins anew is another one.
 */
final class Recorder {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final class Life {
        private final ArrayNode told = JSON.createArrayNode();
        private final ArrayNode applied = JSON.createArrayNode();
        private final ObjectNode held = JSON.createObjectNode();
        private final ArrayNode asked = JSON.createArrayNode();
        private final List<Map<String, Set<String>>> sent = new ArrayList<>();
        private final ObjectNode receipts = JSON.createObjectNode();
        private final ArrayNode unsent = JSON.createArrayNode();
        private String user = "";
        private boolean ended;

        Life() {
            connects();
        }

        void connects() {
            sent.add(new LinkedHashMap<>());
        }
    }

    private final Map<String, Life> lives = new LinkedHashMap<>();
    private final boolean wanted;

    Recorder(boolean wanted) {
        this.wanted = wanted;
    }

    private ObjectNode tell(String device, String what) {
        Life life = lives.computeIfAbsent(device, name -> new Life());
        ObjectNode event = JSON.createObjectNode();
        if (!life.ended) {
            life.told.add(event);
        }
        return event.put("event", what);
    }

    void frame(String device, String frame) {
        if (wanted) {
            tell(device, "frame").put("text", frame);
        }
    }

    void page(String device, ConversationId conversation, Seq after, List<Entry> entries, Seq head) {
        if (wanted) {
            ObjectNode page = tell(device, "page")
                    .put("conversationId", conversation.toString())
                    .put("after", after.value())
                    .put("headSeq", head.value());
            ArrayNode views = page.putArray("entries");
            entries.forEach(entry -> views.add(JSON.valueToTree(EntryView.of(conversation, entry))));
        }
    }

    void notAMember(String device, ConversationId conversation, Seq after) {
        if (wanted) {
            tell(device, "gone").put("conversationId", conversation.toString()).put("after", after.value());
        }
    }

    /** It waited for its own entry long enough, and takes the acknowledged position for a head. */
    void ownEntryAskedFor(String device, ConversationId conversation, Seq seq) {
        if (wanted) {
            tell(device, "own").put("conversationId", conversation.toString()).put("seq", seq.value());
        }
    }

    /** Its person wrote a message. */
    void types(String device, ConversationId conversation, EntryId id, String text) {
        if (wanted) {
            tell(device, "types")
                    .put("conversationId", conversation.toString())
                    .put("id", id.toString())
                    .put("text", text);
        }
    }

    /** The socket that was live is gone; what comes next comes over another. */
    void lost(String device) {
        Life life = lives.get(device);
        if (wanted && life != null && !life.ended) {
            tell(device, "lost");
            life.connects();
        }
    }

    /** What it said itself: from where it resumed, and each message once a connection, as repeats wait for time. */
    void sent(String device, String text) {
        Life life = lives.get(device);
        if (wanted && life != null && !life.ended) {
            JsonNode frame = JSON.readTree(text);
            switch (frame.get("type").asString()) {
                case "resume" -> life.asked.add(frame.path("since").asString(""));
                case "send" ->
                    life.sent
                            .get(life.sent.size() - 1)
                            .computeIfAbsent(frame.get("conversationId").asString(), id -> new LinkedHashSet<>())
                            .add(frame.get("id").asString());
                default -> {
                    // Depends on time.
                }
            }
        }
    }

    void applied(String device, ConversationId conversation, List<Held> entries) {
        Life life = lives.get(device);
        if (wanted && life != null && !life.ended) {
            entries.forEach(entry -> life.applied
                    .addArray()
                    .add(conversation.toString())
                    .add(entry.seq().value())
                    .add(entry.id().toString()));
        }
    }

    /** What it holds in the end, how far it knows everybody to be, and what it has still to send. */
    void ended(
            String device,
            UserId user,
            Map<ConversationId, Seq> held,
            Map<ConversationId, Receipt> receipts,
            List<EntryId> unsent) {
        Life life = lives.get(device);
        if (wanted && life != null && !life.ended) {
            life.ended = true;
            life.user = user.toString();
            held.forEach((conversation, seq) -> life.held.put(conversation.toString(), seq.value()));
            receipts.forEach((conversation, receipt) -> {
                ObjectNode known = life.receipts.putObject(conversation.toString());
                put(known, "all", receipt.all());
                ObjectNode members = known.putObject("members");
                receipt.members().forEach((member, mark) -> put(members, member.toString(), mark));
            });
            unsent.forEach(id -> life.unsent.add(id.toString()));
        }
    }

    private static void put(ObjectNode in, String name, Mark mark) {
        in.putObject(name)
                .put("delivered", mark.delivered().value())
                .put("read", mark.read().value());
    }

    /** One JSON object per device, as text. */
    List<String> traces(long seed) {
        List<String> traces = new ArrayList<>();
        lives.forEach((device, life) -> {
            ObjectNode trace = JSON.createObjectNode();
            trace.put("seed", seed).put("device", device).put("user", life.user);
            trace.set("told", life.told);
            trace.set("applied", life.applied);
            trace.set("held", life.held);
            trace.set("asked", life.asked);
            trace.set("sent", JSON.valueToTree(life.sent));
            trace.set("receipts", life.receipts);
            trace.set("unsent", life.unsent);
            traces.add(JSON.writeValueAsString(trace));
        });
        return traces;
    }
}
