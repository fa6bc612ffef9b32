/** People in front of real browsers. */
@NullMarked
package io.parley.acceptance.browser;

import org.jspecify.annotations.NullMarked;
