/** Blocks: made and taken back, and what is refused while one stands. */
@NullMarked
package io.parley.acceptance.contact;

import org.jspecify.annotations.NullMarked;
