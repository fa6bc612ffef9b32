/** The model as functions that a page calls; compiled to JavaScript by TeaVM. */
@NullMarked
package io.parley.capacity.browser;

import org.jspecify.annotations.NullMarked;
