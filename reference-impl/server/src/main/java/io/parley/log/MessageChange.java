package io.parley.log;

import io.parley.kernel.Seq;

/**
 * What is said about an earlier message. It leaves nothing in the folded state, which would grow without bound: readers put
 * it together with its target.
 */
public sealed interface MessageChange extends Content {

    /** Position of the message. Positions are for ever (INV-2), and found by one read. */
    Seq target();

    /** The message's text from here on, as bounded as that of a message. What it said before stays in the log. */
    record Edit(Seq target, String text) implements MessageChange {

        @Override
        public Kind kind() {
            return Kind.EDIT;
        }
    }

    /** Deletes the message for everyone: its content and those of its edits are erased. */
    record Deletion(Seq target) implements MessageChange {

        @Override
        public Kind kind() {
            return Kind.DELETION;
        }
    }

    /**
     * A member's reaction, or its withdrawal. Of two with the same emoji by the same member the later one holds.
     *
     * @param emoji one, as its Unicode text; whoever builds a command has checked that
     * @param set false withdraws it
     */
    record Reaction(Seq target, String emoji, boolean set) implements MessageChange {

        @Override
        public Kind kind() {
            return Kind.REACTION;
        }
    }
}
