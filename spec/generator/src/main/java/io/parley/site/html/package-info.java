/** The finished files: frame of each page, search index, and the checks of the output. */
@NullMarked
package io.parley.site.html;

import org.jspecify.annotations.NullMarked;
