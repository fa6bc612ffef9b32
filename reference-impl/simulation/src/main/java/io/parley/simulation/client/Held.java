package io.parley.simulation.client;

import io.parley.kernel.EntryId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import org.jspecify.annotations.Nullable;

/**
 * What a device keeps of an entry here.
 *
 * @param writer who wrote it, if it is a message
 */
public record Held(Seq seq, EntryId id, @Nullable UserId writer) {}
