/** The log's store on Cassandra: conditional batches, serial and quorum reads. */
@NullMarked
package io.parley.log.cassandra;

import org.jspecify.annotations.NullMarked;
