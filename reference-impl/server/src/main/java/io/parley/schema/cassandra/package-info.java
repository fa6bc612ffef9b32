/** The driver's side of the schema: session, keyspace, migrations. */
@NullMarked
package io.parley.schema.cassandra;

import org.jspecify.annotations.NullMarked;
