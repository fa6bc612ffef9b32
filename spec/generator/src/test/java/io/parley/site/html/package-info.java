/** Tests, each check with planted violations. */
@NullMarked
package io.parley.site.html;

import org.jspecify.annotations.NullMarked;
