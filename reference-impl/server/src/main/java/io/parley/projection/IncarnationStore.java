package io.parley.projection;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/**
 * The rows by which nodes show that they live. Every change is a compare-and-set, decided once for all. No call blocks. A
 * stage that completes exceptionally leaves open whether the change happens, now or later.
 */
public interface IncarnationStore {

    /**
     * A node from one start to its death or its end; one that was declared dead comes back as another.
     *
     * @param beat grows with each renewal
     * @param firstShard no marker stands in an earlier one
     * @param lastShard the one that was begun when this was written; markers may stand in the next as well
     * @param isDead declared dead, for ever
     */
    record Beat(UUID incarnation, long beat, long firstShard, long lastShard, boolean isDead) {}

    /** Adds a row; false if the id is taken. */
    CompletionStage<Boolean> register(Beat first);

    /** Renews; false if the row is declared dead or gone. */
    CompletionStage<Boolean> renew(Beat next);

    /** All rows, as a quorum knows them. */
    CompletionStage<List<Beat>> all();

    /** Declares dead if the row still has this beat; false if it was renewed, declared dead or removed before. */
    CompletionStage<Boolean> declareDead(UUID incarnation, long beat);

    /** Removes the row, whatever it says. */
    CompletionStage<?> remove(UUID incarnation);
}
