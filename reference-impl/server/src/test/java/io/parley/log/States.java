package io.parley.log;

import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import java.util.List;

/** States for tests of what is made of them. */
public final class States {

    /** Who is in all of them. */
    public static final UserId ANN = Given.ANN;

    /** Who is in all but those after a departure. */
    public static final UserId BEN = Given.BEN;

    private static final Draft DEPARTURE = Given.draft(withHead(1), List.of(Given.removes(Given.ANN, Given.BEN)));

    private static final Draft DELETION = Given.draft(
            withHead(2),
            List.of(Given.changes(Given.ANN, new MessageChange.Deletion(new Seq(2)))),
            message(2, "hello"));

    private States() {}

    /** Of a conversation of Ann and Ben whose head is there. */
    public static ConversationState withHead(int head) {
        return Given.aConversationOf(head - 1);
    }

    /** Ann alone, after {@link #departure()}. */
    public static ConversationState afterDeparture() {
        return DEPARTURE.state();
    }

    /** The entry at 2 by which Ben goes. */
    public static Entry departure() {
        return DEPARTURE.entries().get(0);
    }

    /** Of Ann and Ben, after {@link #deletion()}. */
    public static ConversationState afterDeletion() {
        return DELETION.state();
    }

    /** The entry at 3 that deletes the message at 2. */
    public static Entry deletion() {
        return DELETION.entries().get(0);
    }

    /** A message by Ann, as it may stand there. */
    public static Entry message(long seq, String text) {
        return Given.entryAt(withHead(1), new Seq(seq), text);
    }
}
