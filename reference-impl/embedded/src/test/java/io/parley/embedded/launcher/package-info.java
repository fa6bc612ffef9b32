/** Holds the launcher to what it promises, as a process of its own. */
@NullMarked
package io.parley.embedded.launcher;

import org.jspecify.annotations.NullMarked;
