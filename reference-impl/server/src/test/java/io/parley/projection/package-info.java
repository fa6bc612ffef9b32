/** Projections of nodes that live, lag and die, on stores in memory and a time that the tests move. */
@NullMarked
package io.parley.projection;

import org.jspecify.annotations.NullMarked;
