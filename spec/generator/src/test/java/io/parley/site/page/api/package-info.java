/** Tests of the interface's reference pages. */
@NullMarked
package io.parley.site.page.api;

import org.jspecify.annotations.NullMarked;
