package io.parley.projection;

import io.parley.log.LogSettings;
import java.time.Duration;

/**
 * The numbers that govern projections. Those that a client can notice come from the limits file.
 *
 * @param lease how long a node may rely on its last confirmed renewal, counted from when it began that renewal
 * @param deadAfter how long another node must see no renewal before it declares one dead; longer than the lease
 * @param beat time between two renewals, and between two looks at the others
 * @param repairMax within which all that a dead node left should be repaired; exceeding it is logged
 * @param retryMax longest wait before what could not be repaired is tried again
 * @param coalesce least time between two applications to one conversation
 * @param coalesceMember the same for each of its members: in a large conversation, all of them together are longer
 * @param idleAfter after which an idle conversation's marker is dropped
 * @param shard length of a marker shard in time; a marker older than ten of them moves to a new one
 * @param activeMax conversations that are announced at the same time, or have a marker that is not dropped yet
 * @param backlogEntriesMax entries of one conversation kept in memory; more are read from the log again
 * @param backlogBytesMax bytes that these take in memory, those of all conversations together; one whose application
 *     fails keeps none while more than half of them are taken
 * @param steps entries that are applied in one step, and how much all steps hold together until they are written, each entry
 *     as the largest where its size is not known
 * @param saveEntries entries after which the watermarks of an active conversation are saved: while the store
 *     answers each save within {@code coalesce}, no more than these, and those of its last application, are applied again when
 *     its node dies; else all since the last save that was answered
 * @param parallelMax conversations that one sweep repairs at the same time
 * @param putOffMax conversations remembered that could not be repaired; what is beyond is tried again without a wait
 */
public record ProjectionSettings(
        Duration lease,
        Duration deadAfter,
        Duration beat,
        Duration repairMax,
        Duration retryMax,
        Duration coalesce,
        Duration coalesceMember,
        Duration idleAfter,
        Duration shard,
        int activeMax,
        int backlogEntriesMax,
        long backlogBytesMax,
        LogSettings.Reads steps,
        int saveEntries,
        int parallelMax,
        int putOffMax) {

    /** @throws IllegalArgumentException if a node could be declared dead that still relies on its lease */
    public ProjectionSettings {
        if (deadAfter.compareTo(lease) <= 0) {
            throw new IllegalArgumentException("deadAfter=" + deadAfter + ", expected more than the lease " + lease);
        }
        if (shard.compareTo(lease) <= 0) {
            throw new IllegalArgumentException("shard=" + shard + ", expected more than the lease " + lease);
        }
        if (activeMax < 1
                || backlogEntriesMax < 1
                || backlogBytesMax < 1
                || saveEntries < 1
                || parallelMax < 1
                || putOffMax < 1) {
            throw new IllegalArgumentException("a maximum below 1, expected at least 1");
        }
    }

    /** Least time between two applications to a conversation of so many: what each writes grows with them. */
    Duration coalesce(int members) {
        Duration together = coalesceMember.multipliedBy(members);
        return together.compareTo(coalesce) > 0 ? together : coalesce;
    }
}
