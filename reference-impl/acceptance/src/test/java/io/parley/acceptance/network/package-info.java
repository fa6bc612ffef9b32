/** Hosts of a test on a network that it makes itself, and cuts. */
@NullMarked
package io.parley.acceptance.network;

import org.jspecify.annotations.NullMarked;
