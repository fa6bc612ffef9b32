package io.parley.projection;

import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.log.ConversationState;
import io.parley.log.Entry;
import io.parley.log.Turns;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Brings projections from their watermark to a state's head, step by step and without a hole. A watermark
 * in the store that lags makes the next one do again what has been done, and no more. The entries of a step count against a
 * bound in bytes, from when they are asked for until they are written; a step that finds no room waits in turn.
 */
final class Applier {

    private final List<Projection> projections;
    private final WatermarkStore watermarks;
    private final ProjectionSettings settings;
    private final ProjectionRuntime runtime;
    private final Turns turns;

    Applier(
            List<Projection> projections,
            WatermarkStore watermarks,
            ProjectionSettings settings,
            ProjectionRuntime runtime) {
        this.projections = List.copyOf(projections);
        this.watermarks = watermarks;
        this.settings = settings;
        this.runtime = runtime;
        this.turns = new Turns(settings.steps().bytesMax(), runtime.executor());
    }

    /** Where the entries come from. */
    interface Source {
        /** The entries of {@code from…to}, both inclusive. */
        CompletionStage<List<Entry>> read(Seq from, Seq to);

        /** What these count, if it is known: contents in UTF-8 bytes, as in the log, and what is around them. */
        default Optional<Long> bytes(Seq from, Seq to) {
            return Optional.empty();
        }
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
        return apply(conversation, projection, projection.steps(conversation, state), next, marks, state, source);
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
            projection.reached(conversation, state.head());
            return CompletableFuture.completedFuture(null);
        }
        Seq last = next.plus(settings.steps().stepEntries() - 1L);
        Seq to = last.isAfter(state.head()) ? state.head() : last;
        return turns.take(bytes(next, to, source), () -> source.read(next, to)
                        .thenComposeAsync(
                                entries -> {
                                    requireWhole(conversation, next, to, entries);
                                    return steps.apply(entries);
                                },
                                runtime.executor()))
                .thenComposeAsync(
                        written -> {
                            if (written) {
                                marks.put(projection.name(), to);
                            }
                            return apply(conversation, projection, steps, to.next(), marks, state, source);
                        },
                        runtime.executor());
    }

    /** Those at hand may be gone when it is their turn: then the same are read from the log. */
    private long bytes(Seq from, Seq to, Source source) {
        long largest = (to.value() - from.value() + 1) * settings.steps().entryBytesMax();
        return source.bytes(from, to).map(known -> Math.min(known, largest)).orElse(largest);
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
