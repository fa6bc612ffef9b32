/** Tests of what the pages tell of the code. */
@NullMarked
package io.parley.site.code;

import org.jspecify.annotations.NullMarked;
