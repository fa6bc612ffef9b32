package io.parley.simulation.client;

import io.parley.kernel.EntryId;
import io.parley.kernel.Seq;

/** What a device keeps of an entry here: its place and its id. */
public record Held(Seq seq, EntryId id) {}
