/** Inboxes in Cassandra: one partition per user. */
@NullMarked
package io.parley.inbox.cassandra;

import org.jspecify.annotations.NullMarked;
