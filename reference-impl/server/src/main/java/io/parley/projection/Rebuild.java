package io.parley.projection;

import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.log.ConversationLog;
import io.parley.log.ConversationState;
import io.parley.log.LogCatalogue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Draws projections from the logs again, from the first entry of every conversation. Nodes may go on meanwhile: what is
 * written carries the same timestamps, so the later one wins. Also builds what was never built, such as a projection that is
 * new to an installation.
 */
public final class Rebuild {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);

    private final ConversationLog log;
    private final LogCatalogue catalogue;
    private final List<Projection> projections;
    private final WatermarkStore watermarks;
    private final ProjectionSettings settings;
    private final ProjectionRuntime runtime;

    Rebuild(
            ConversationLog log,
            LogCatalogue catalogue,
            List<Projection> projections,
            WatermarkStore watermarks,
            ProjectionSettings settings,
            ProjectionRuntime runtime) {
        this.log = log;
        this.catalogue = catalogue;
        this.projections = List.copyOf(projections);
        this.watermarks = watermarks;
        this.settings = settings;
        this.runtime = runtime;
    }

    /**
     * How far it is.
     *
     * @param part parts that are done, of {@code parts}
     */
    public record Progress(int part, int parts, long conversations, long entries) {}

    /** The names of all projections. */
    public List<String> names() {
        return projections.stream().map(Projection::name).toList();
    }

    /** These names, and those of the projections that carry something into one of them. */
    public SortedSet<String> with(Set<String> names) {
        SortedSet<String> all = new TreeSet<>(names);
        projections.stream()
                .filter(each -> each.feeds().stream().anyMatch(names::contains))
                .forEach(each -> all.add(each.name()));
        return all;
    }

    /** Rebuilds the projections of these names, and what belongs {@linkplain #with with} them; the stage gives the count at the end, or fails where the store did. */
    public CompletionStage<Progress> run(Set<String> names, Consumer<Progress> progress) {
        Set<String> all = with(names);
        List<Projection> wanted =
                projections.stream().filter(each -> all.contains(each.name())).toList();
        return new Run(new Applier(wanted, watermarks, settings, runtime), progress)
                .from(0)
                .thenCompose(done -> built(wanted).thenApply(kept -> done));
    }

    /** Builds what this installation has never built. Tried again at the next start if it fails. */
    CompletionStage<?> missing() {
        CompletionStage<?> all = CompletableFuture.completedFuture(null);
        for (Projection projection : projections) {
            all = all.thenCompose(done -> watermarks.isBuilt(projection.name()))
                    .thenCompose(built -> built
                            ? CompletableFuture.completedFuture(null)
                            : run(Set.of(projection.name()), progress -> {})
                                    .thenAccept(done -> LOG.info(
                                            "Projection {} was built from {} conversations with {} entries",
                                            projection.name(),
                                            done.conversations(),
                                            done.entries())));
        }
        return all;
    }

    private CompletionStage<?> built(List<Projection> wanted) {
        return CompletableFuture.allOf(wanted.stream()
                .map(projection -> watermarks.built(projection.name()).toCompletableFuture())
                .toArray(CompletableFuture[]::new));
    }

    /** One walk over all conversations. */
    private final class Run {

        private final Applier applier;
        private final Consumer<Progress> progress;
        private final AtomicLong conversations = new AtomicLong();
        private final AtomicLong entries = new AtomicLong();

        Run(Applier applier, Consumer<Progress> progress) {
            this.applier = applier;
            this.progress = progress;
        }

        CompletionStage<Progress> from(int part) {
            Progress now = new Progress(part, catalogue.parts(), conversations.get(), entries.get());
            progress.accept(now);
            if (part == now.parts()) {
                return CompletableFuture.completedFuture(now);
            }
            return catalogue
                    .conversations(part)
                    .thenComposeAsync(
                            all -> InParallel.forEach(all, settings.parallelMax(), runtime.executor(), this::one),
                            runtime.executor())
                    .thenComposeAsync(done -> from(part + 1), runtime.executor());
        }

        private CompletionStage<?> one(ConversationId conversation) {
            return log.settled(conversation).thenComposeAsync(state -> one(conversation, state), runtime.executor());
        }

        private CompletionStage<?> one(ConversationId conversation, ConversationState state) {
            Map<String, Seq> marks = new HashMap<>();
            return applier.apply(conversation, marks, state, (from, to) -> log.entries(conversation, from, to))
                    .thenComposeAsync(done -> applier.save(conversation, Map.of(), marks), runtime.executor())
                    .thenRun(() -> {
                        conversations.incrementAndGet();
                        entries.addAndGet(state.head().value());
                    });
        }
    }
}
