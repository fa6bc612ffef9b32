/** Which inbox rows travel together. */
@NullMarked
package io.parley.inbox.cassandra;

import org.jspecify.annotations.NullMarked;
