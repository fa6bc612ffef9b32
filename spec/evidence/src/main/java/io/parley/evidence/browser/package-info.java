/** The real browser of all tests that look at pages. */
@NullMarked
package io.parley.evidence.browser;

import org.jspecify.annotations.NullMarked;
