package io.parley.log;

import io.parley.kernel.EntryId;
import io.parley.kernel.Seq;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A command that waits for its outcome, and what was found out about its id. Confined to its lane but for the outcome. */
final class Pending {

    private final Command command;
    private final Instant deadline;
    private final String content;
    private final int bytes;
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    private @Nullable Entry earlier;
    private @Nullable Entry target;
    private Seq absentBefore = Seq.FIRST;
    private @Nullable Outcome keptOut;

    Pending(Command command, Instant deadline) {
        this.command = command;
        this.deadline = deadline;
        this.content = ContentCodec.encode(command.content());
        this.bytes = content.getBytes(StandardCharsets.UTF_8).length;
    }

    Command command() {
        return command;
    }

    /** The command's content as it is stored. */
    String content() {
        return content;
    }

    /** UTF-8 bytes of {@link #content()}. */
    int bytes() {
        return bytes;
    }

    EntryId id() {
        return command.id();
    }

    CompletableFuture<Outcome> outcome() {
        return outcome;
    }

    /** The entry that already has this id, once found. */
    @Nullable
    Entry earlier() {
        return earlier;
    }

    void foundEarlier(Entry entry) {
        earlier = entry;
    }

    /** The entry that the command speaks of, once found; its content may have been erased since. */
    @Nullable
    Entry target() {
        return target;
    }

    void foundTarget(Entry entry) {
        target = entry;
    }

    /** No entry before this position has the id. */
    Seq absentBefore() {
        return absentBefore;
    }

    void notFoundBefore(Seq position) {
        absentBefore = position;
    }

    /** What becomes of it, should it be about to become an entry, by what {@link Admission} said. */
    @Nullable
    Outcome keptOut() {
        return keptOut;
    }

    void keptOut(Outcome why) {
        keptOut = why;
    }

    void admitted() {
        keptOut = null;
    }

    boolean isOverdue(Instant now) {
        return now.isAfter(deadline);
    }

    boolean isAnswered() {
        return outcome.isDone();
    }

    void answer(Outcome result) {
        outcome.complete(result);
    }
}
