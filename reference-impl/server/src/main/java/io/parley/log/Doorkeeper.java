package io.parley.log;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Asks {@link Admission} about the commands of a group, and notes the answers with them. */
final class Doorkeeper {

    private final Admission admission;
    private final Rules rules;
    private final Executor executor;

    Doorkeeper(Admission admission, Rules rules, Executor executor) {
        this.admission = admission;
        this.rules = rules;
        this.executor = executor;
    }

    /**
     * Completes with the group, never exceptionally, when it is known of each command of the group whether it is kept out. Their ids are
     * resolved: a repeat is let pass, since what was acknowledged must not be refused afterwards.
     */
    CompletionStage<List<Pending>> ask(ConversationState state, List<Pending> group) {
        List<CompletableFuture<?>> open = new ArrayList<>();
        for (Pending pending : group) {
            pending.admitted();
            if (pending.earlier() == null
                    && rules.checkRepeat(state, pending.command()).isEmpty()) {
                CompletableFuture<?> noted = admission
                        .admits(state, pending.command())
                        .handle((admits, failure) -> {
                            note(pending, failure == null ? admits : null);
                            return pending;
                        })
                        .toCompletableFuture();
                if (!noted.isDone()) {
                    open.add(noted);
                }
            }
        }
        return open.isEmpty()
                ? CompletableFuture.completedFuture(group)
                : CompletableFuture.allOf(open.toArray(CompletableFuture[]::new))
                        .thenApplyAsync(done -> group, executor);
    }

    private static void note(Pending pending, @Nullable Boolean admits) {
        if (admits == null) {
            pending.keptOut(new Outcome.Unavailable());
        } else if (!admits) {
            pending.keptOut(new Outcome.Refused(new Refusal.NotAdmitted()));
        }
    }
}
