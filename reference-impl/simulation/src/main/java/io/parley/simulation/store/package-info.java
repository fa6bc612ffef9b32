/** The log's store in memory: linearizable per partition as Cassandra's conditional writes are, and as unreliable. */
@NullMarked
package io.parley.simulation.store;

import org.jspecify.annotations.NullMarked;
