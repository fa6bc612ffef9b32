/** Tests, each check with planted violations. */
@NullMarked
package io.parley.site;

import org.jspecify.annotations.NullMarked;
