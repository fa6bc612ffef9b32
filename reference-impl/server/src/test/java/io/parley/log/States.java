package io.parley.log;

import io.parley.kernel.Seq;
import io.parley.kernel.UserId;

/** States for tests of what is made of them. */
public final class States {

    /** Who is in all of them. */
    public static final UserId ANN = Given.ANN;

    /** Who is in all of them as well. */
    public static final UserId BEN = Given.BEN;

    private States() {}

    /** Of a conversation of Ann and Ben whose head is there. */
    public static ConversationState withHead(int head) {
        return Given.aConversationOf(head - 1);
    }

    /** A message by Ann, as it may stand there. */
    public static Entry message(long seq, String text) {
        return Given.entryAt(withHead(1), new Seq(seq), text);
    }
}
