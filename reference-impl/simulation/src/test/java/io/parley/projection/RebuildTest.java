package io.parley.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import io.parley.kernel.ConversationId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A projection is drawn again from the first entry of every log. */
@Verifies("MSG-21")
class RebuildTest {

    private final World world = new World();
    private final Node node = world.node();
    private final List<ConversationId> conversations =
            IntStream.range(0, 10).mapToObj(i -> node.creates()).toList();

    @Test
    void appliesEveryEntryAgainAndTellsHowFarItIs() {
        conversations.forEach(conversation -> node.sends(conversation, "one"));
        world.pass(World.COALESCE);
        world.heads.steps().clear();
        List<Rebuild.Progress> told = new ArrayList<>();

        CompletableFuture<Rebuild.Progress> done =
                node.rebuild().run(Set.of("heads"), told::add).toCompletableFuture();
        world.pass(World.COALESCE);

        int parts = world.catalogue().parts();
        assertThat(done).isCompletedWithValue(new Rebuild.Progress(parts, parts, 10, 20));
        assertThat(told).hasSize(parts + 1);
        assertThat(world.heads.steps()).hasSize(10).allMatch(List.of(1L, 2L)::equals);
    }

    @Test
    void buildsOnceWhatWasNeverBuilt() {
        world.pass(World.COALESCE);
        world.heads.steps().clear();
        CompletableFuture<?> first = node.rebuild().missing().toCompletableFuture();
        world.pass(World.COALESCE);
        CompletableFuture<?> second = node.rebuild().missing().toCompletableFuture();
        world.pass(World.COALESCE);

        assertThat(first).isCompleted();
        assertThat(second).isCompleted();
        assertThat(world.heads.steps()).hasSize(10);
    }

    @Test
    void doesNotCountAsBuiltWhatFailed() {
        world.heads.fail(1);
        CompletableFuture<?> failed = node.rebuild().missing().toCompletableFuture();
        world.pass(World.COALESCE);
        assertThat(failed).isCompletedExceptionally();
        world.heads.steps().clear();

        CompletableFuture<?> again = node.rebuild().missing().toCompletableFuture();
        world.pass(World.COALESCE);
        assertThat(again).isCompleted();
        assertThat(world.heads.steps()).hasSize(10);
    }
}
