/** The finished files of all parts, and what must hold of them whatever made them. */
@NullMarked
package io.parley.site.output;

import org.jspecify.annotations.NullMarked;
