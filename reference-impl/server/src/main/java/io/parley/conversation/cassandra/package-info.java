/** Where a user's conversations and a pair's direct conversation are looked up. */
@NullMarked
package io.parley.conversation.cassandra;

import org.jspecify.annotations.NullMarked;
