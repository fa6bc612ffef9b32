package io.parley.projection;

import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.log.ConversationState;
import io.parley.log.Entry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Brings projections from their watermark to a state's head, step by step and without a hole. A watermark
 * in the store that lags makes the next one do again what has been done, and no more.
 */
final class Applier {

    private final List<Projection> projections;
    private final WatermarkStore watermarks;
    private final ProjectionSettings settings;
    private final ProjectionRuntime runtime;

    Applier(
            List<Projection> projections,
            WatermarkStore watermarks,
            ProjectionSettings settings,
            ProjectionRuntime runtime) {
        this.projections = List.copyOf(projections);
        this.watermarks = watermarks;
        this.settings = settings;
        this.runtime = runtime;
    }

    /** Where entries are read that are not at hand. */
    interface Source {
        /** The entries of {@code from…to}, both inclusive. */
        CompletionStage<List<Entry>> read(Seq from, Seq to);
    }

    List<Projection> projections() {
        return projections;
    }

    CompletionStage<Map<String, Seq>> watermarks(ConversationId conversation) {
        return watermarks.read(conversation);
    }

    /** Applies every projection up to the state's head; the marks are moved as it goes. */
    CompletionStage<?> apply(
            ConversationId conversation, Map<String, Seq> marks, ConversationState state, Source source) {
        CompletionStage<?> all = CompletableFuture.completedFuture(null);
        for (Projection projection : projections) {
            all = all.thenCompose(done -> apply(conversation, projection, marks, state, source));
        }
        return all;
    }

    /** Applies one projection from its mark to the state's head. */
    CompletionStage<?> apply(
            ConversationId conversation,
            Projection projection,
            Map<String, Seq> marks,
            ConversationState state,
            Source source) {
        Seq next = marks.getOrDefault(projection.name(), Seq.NONE).next();
        return next.isAfter(state.head())
                ? CompletableFuture.completedFuture(null)
                : apply(conversation, projection, projection.steps(conversation, state), next, marks, state, source);
    }

    /** The mark moves only with what is written: after a failure the way begins there again. */
    private CompletionStage<?> apply(
            ConversationId conversation,
            Projection projection,
            Projection.Steps steps,
            Seq next,
            Map<String, Seq> marks,
            ConversationState state,
            Source source) {
        if (next.isAfter(state.head())) {
            return CompletableFuture.completedFuture(null);
        }
        Seq last = next.plus(settings.stepEntries() - 1L);
        Seq to = last.isAfter(state.head()) ? state.head() : last;
        return source.read(next, to)
                .thenComposeAsync(
                        entries -> {
                            requireWhole(conversation, next, to, entries);
                            return steps.apply(entries);
                        },
                        runtime.executor())
                .thenComposeAsync(
                        written -> {
                            if (written) {
                                marks.put(projection.name(), to);
                            }
                            return apply(conversation, projection, steps, to.next(), marks, state, source);
                        },
                        runtime.executor());
    }

    /** Keeps the marks that have moved since {@code kept}. */
    CompletionStage<?> save(ConversationId conversation, Map<String, Seq> kept, Map<String, Seq> marks) {
        CompletableFuture<?>[] writes = marks.entrySet().stream()
                .filter(mark -> mark.getValue()
                        .isAfter(Optional.ofNullable(kept.get(mark.getKey())).orElse(Seq.NONE)))
                .map(mark -> watermarks
                        .save(conversation, mark.getKey(), mark.getValue())
                        .toCompletableFuture())
                .toArray(CompletableFuture[]::new);
        return CompletableFuture.allOf(writes);
    }

    /** A replica that lags must not make a hole: the step is tried again. */
    private static void requireWhole(ConversationId conversation, Seq from, Seq to, List<Entry> entries) {
        long expected = to.value() - from.value() + 1;
        if (entries.size() != expected || !entries.get(0).seq().equals(from)) {
            throw new IllegalStateException("conversation=" + conversation + ", expected " + expected + " entries from "
                    + from + ", read " + entries.size());
        }
    }
}
