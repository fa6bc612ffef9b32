package io.parley.acceptance.crash;

import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import java.util.List;
import java.util.Map;

/**
 * What the server shows to one member afterwards.
 *
 * @param listedHeads the list of conversations, with the head that it shows for each
 * @param logs every page of {@code …/entries}, in the order of the answers
 */
record View(UserId reader, Map<ConversationId, Seq> listedHeads, Map<ConversationId, List<LogEntry>> logs) {

    View {
        listedHeads = Map.copyOf(listedHeads);
        logs = Map.copyOf(logs);
    }
}
