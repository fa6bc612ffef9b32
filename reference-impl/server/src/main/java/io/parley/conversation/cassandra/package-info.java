/** Where a pair's direct conversation is looked up. */
@NullMarked
package io.parley.conversation.cassandra;

import org.jspecify.annotations.NullMarked;
