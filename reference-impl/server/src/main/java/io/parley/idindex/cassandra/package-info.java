/** Blocks of ids in Cassandra: one partition per block, one per conversation for their ranges. */
@NullMarked
package io.parley.idindex.cassandra;

import org.jspecify.annotations.NullMarked;
