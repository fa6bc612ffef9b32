/** Tests, each check with planted violations. */
@NullMarked
package io.parley.site.text;

import org.jspecify.annotations.NullMarked;
