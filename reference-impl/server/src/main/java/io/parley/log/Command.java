package io.parley.log;

import io.parley.kernel.EntryId;
import io.parley.kernel.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A wish to append one entry. A repeat carries the same id, author and content; the time may differ.
 *
 * @param sentAt null when the sender leaves it to the time of receipt
 */
public record Command(
        EntryId id,
        UserId author,
        Content content,
        @Nullable Instant sentAt) {}
