/** Tests, each check with planted violations. */
@NullMarked
package io.parley.site.output;

import org.jspecify.annotations.NullMarked;
