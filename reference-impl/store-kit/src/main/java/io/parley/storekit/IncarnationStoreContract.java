package io.parley.storekit;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import io.parley.projection.IncarnationStore;
import io.parley.projection.IncarnationStore.Beat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link IncarnationStore}: of a node that renews and another that declares it dead one succeeds, and dead is
 * for ever.
 */
@Verifies("INV-7")
public abstract class IncarnationStoreContract extends StoreContract<IncarnationStore> {

    private UUID node = UUID.randomUUID();

    @BeforeEach
    void beginAnotherIncarnation() {
        node = UUID.randomUUID();
    }

    private Beat beat(long beat) {
        return new Beat(node, beat, beat / 2, beat + 1, false);
    }

    /** The rows of this node; others may stand beside them. */
    private List<Beat> rows() {
        return await(store().all()).stream()
                .filter(row -> row.incarnation().equals(node))
                .toList();
    }

    private boolean register(Beat first) {
        return await(store().register(first));
    }

    private boolean renew(Beat next) {
        return await(store().renew(next));
    }

    private boolean declareDead(long beat) {
        return await(store().declareDead(node, beat));
    }

    @Test
    void givesAnIdOnce() {
        assertThat(register(beat(0))).isTrue();
        assertThat(register(beat(5))).isFalse();

        assertThat(rows()).containsExactly(beat(0));
    }

    @Test
    void showsTheLastRenewalOfEachNode() {
        UUID other = UUID.randomUUID();
        register(beat(0));
        register(new Beat(other, 0, 0, 0, false));

        assertThat(renew(beat(1))).isTrue();
        assertThat(renew(beat(2))).isTrue();

        assertThat(rows()).containsExactly(beat(2));
        assertThat(await(store().all())).contains(new Beat(other, 0, 0, 0, false));
    }

    @Test
    void declaresDeadOnlyWhoHasNotRenewedSince() {
        register(beat(0));
        renew(beat(1));

        assertThat(declareDead(0)).isFalse();
        assertThat(rows()).containsExactly(beat(1));
        assertThat(declareDead(1)).isTrue();
        assertThat(rows()).containsExactly(new Beat(node, 1, 0, 2, true));
    }

    @Test
    void leavesTheDeadDead() {
        register(beat(0));
        declareDead(0);

        assertThat(renew(beat(1))).isFalse();
        assertThat(declareDead(0)).isFalse();
        assertThat(register(beat(2))).isFalse();

        assertThat(rows()).containsExactly(new Beat(node, 0, 0, 1, true));
    }

    @Test
    void bringsBackNobodyWhoWasRemoved() {
        register(beat(0));
        await(store().remove(node));

        assertThat(renew(beat(1))).isFalse();
        assertThat(declareDead(0)).isFalse();
        assertThat(rows()).isEmpty();
        await(store().remove(node));
    }

    @Test
    void removesTheDeadAndTheLiving() {
        register(beat(0));
        await(store().remove(node));
        node = UUID.randomUUID();
        register(beat(0));
        declareDead(0);
        await(store().remove(node));

        assertThat(rows()).isEmpty();
    }
}
