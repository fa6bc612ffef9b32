/** Scripts of the Cassandra schema. */
@NullMarked
package io.parley.schema.cassandra;

import org.jspecify.annotations.NullMarked;
