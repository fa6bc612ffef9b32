package io.parley.simulation;

import io.parley.conversation.web.EntryView;
import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.log.Entry;
import io.parley.simulation.client.Held;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        private boolean ended;
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

    /** What it holds in the end. */
    void ended(String device, Map<ConversationId, Seq> held) {
        Life life = lives.get(device);
        if (wanted && life != null && !life.ended) {
            life.ended = true;
            held.forEach((conversation, seq) -> life.held.put(conversation.toString(), seq.value()));
        }
    }

    /** One JSON object per device, as text. */
    List<String> traces(long seed) {
        List<String> traces = new ArrayList<>();
        lives.forEach((device, life) -> {
            ObjectNode trace = JSON.createObjectNode();
            trace.put("seed", seed).put("device", device);
            trace.set("told", life.told);
            trace.set("applied", life.applied);
            trace.set("held", life.held);
            traces.add(JSON.writeValueAsString(trace));
        });
        return traces;
    }
}
