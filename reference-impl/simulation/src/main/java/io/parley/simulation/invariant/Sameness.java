package io.parley.simulation.invariant;

import io.parley.log.Command;
import io.parley.log.Entry;

/** Whether an entry is what a command asked for, judged from the stored text and not by the server's code. */
final class Sameness {

    private Sameness() {}

    /** Same id, author, kind and content; an erased content can be no other. */
    static boolean of(Entry entry, Command command) {
        Wish wish = Wish.of(command);
        return entry.id().equals(command.id())
                && entry.envelope().author().value().equals(wish.author())
                && entry.envelope().kind().equals(wish.kind())
                && (entry.body() == null || Wish.of(entry).equals(wish));
    }
}
