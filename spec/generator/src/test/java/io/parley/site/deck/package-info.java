/** Tests, each check with planted violations. */
@NullMarked
package io.parley.site.deck;

import org.jspecify.annotations.NullMarked;
