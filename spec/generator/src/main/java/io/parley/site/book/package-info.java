/** Puts all pages into one document for paper. */
@NullMarked
package io.parley.site.book;

import org.jspecify.annotations.NullMarked;
