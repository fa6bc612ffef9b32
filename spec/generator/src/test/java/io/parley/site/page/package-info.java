/** Tests, each check with planted violations. */
@NullMarked
package io.parley.site.page;

import org.jspecify.annotations.NullMarked;
