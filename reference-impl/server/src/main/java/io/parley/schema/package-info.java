/** Opens the Cassandra session and brings its keyspace to the version that this build needs. */
@NullMarked
package io.parley.schema;

import org.jspecify.annotations.NullMarked;
