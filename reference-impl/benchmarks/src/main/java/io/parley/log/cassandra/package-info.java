/** What the log's benchmarks compare its store with. */
@NullMarked
package io.parley.log.cassandra;

import org.jspecify.annotations.NullMarked;
