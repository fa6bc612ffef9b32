/** HTTP itself: what the server answers to malformed, oversized, misdirected and hostile requests, and to browsers. */
@NullMarked
package io.parley.acceptance.http;

import org.jspecify.annotations.NullMarked;
