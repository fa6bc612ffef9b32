package io.parley.simulation.client;

import io.parley.kernel.Seq;
import java.util.List;

/** A page as a device gets it. */
public record PageOfEntries(List<Held> entries, Seq headSeq) {}
