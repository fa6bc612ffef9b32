/** Marks in Cassandra: one partition per conversation. */
@NullMarked
package io.parley.receipt.cassandra;

import org.jspecify.annotations.NullMarked;
