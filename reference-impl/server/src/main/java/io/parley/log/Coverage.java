package io.parley.log;

import io.parley.kernel.ConversationId;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A lane's announcement: made before anything is proposed, asked before anybody is told. Confined to the lane's steps. */
final class Coverage {

    private final ConversationId conversation;
    private final LogParts parts;
    private final Consumer<Runnable> steps;
    private @Nullable Announcement announcement;

    /** @param steps runs the lane's steps, and knows what becomes of one that throws */
    Coverage(ConversationId conversation, LogParts parts, Consumer<Runnable> steps) {
        this.conversation = conversation;
        this.parts = parts;
        this.steps = steps;
    }

    /** Completes when an announcement stands: what is proposed from then on is found by others if this node dies. */
    CompletionStage<Announcement> announced() {
        return parts.announcements().announce(conversation).thenApply(given -> announcement = given);
    }

    /**
     * Goes on with {@code then} once an announcement covers the entries, and the repeats answered with them. One that has
     * lapsed meanwhile is replaced as often as it takes; {@code meanwhile} runs after each try that failed.
     */
    void cover(EntriesCommitted committed, boolean repeats, Runnable meanwhile, Runnable then) {
        cover(committed, repeats, meanwhile, then, 0);
    }

    private void cover(EntriesCommitted committed, boolean repeats, Runnable meanwhile, Runnable then, int tries) {
        Announcement present = announcement;
        if (present != null && covers(present, committed, repeats)) {
            then.run();
            return;
        }
        announced()
                .whenCompleteAsync(
                        (renewed, failure) -> steps.accept(() -> {
                            if (failure == null && covers(renewed, committed, repeats)) {
                                then.run();
                            } else {
                                meanwhile.run();
                                parts.later(
                                        tries,
                                        () -> steps.accept(
                                                () -> cover(committed, repeats, meanwhile, then, tries + 1)));
                            }
                        }),
                        parts.runtime().executor());
    }

    private static boolean covers(Announcement announcement, EntriesCommitted committed, boolean repeats) {
        boolean entries = committed.entries().isEmpty() || announcement.covers(committed);
        return entries && (!repeats || announcement.coversRepeat(committed.state()));
    }
}
