/** Parley under load, through its public contract: accounts and conversations over REST, messages over sockets. */
@NullMarked
package io.parley.measure.parley;

import org.jspecify.annotations.NullMarked;
