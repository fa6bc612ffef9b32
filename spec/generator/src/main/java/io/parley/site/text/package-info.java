/** Turns AsciiDoc into HTML: the project's macros, its generated blocks, and the check of numbers in prose. */
@NullMarked
package io.parley.site.text;

import org.jspecify.annotations.NullMarked;
