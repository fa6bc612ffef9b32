/** Tests, each check with planted violations. */
@NullMarked
package io.parley.site.data;

import org.jspecify.annotations.NullMarked;
