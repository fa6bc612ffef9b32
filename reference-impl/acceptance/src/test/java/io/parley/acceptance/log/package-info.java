/** The log on a real Cassandra, through its own interface: what a request from outside cannot bring about. */
@NullMarked
package io.parley.acceptance.log;

import org.jspecify.annotations.NullMarked;
