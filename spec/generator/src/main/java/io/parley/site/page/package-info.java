/** The pages: those that people wrote and those that are generated from data, in reading order. */
@NullMarked
package io.parley.site.page;

import org.jspecify.annotations.NullMarked;
