/** Incarnations, markers and watermarks in Cassandra. */
@NullMarked
package io.parley.projection.cassandra;

import org.jspecify.annotations.NullMarked;
