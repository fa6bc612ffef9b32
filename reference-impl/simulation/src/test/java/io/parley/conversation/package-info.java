/** How conversations are made, on simulated stores. */
@NullMarked
package io.parley.conversation;

import org.jspecify.annotations.NullMarked;
