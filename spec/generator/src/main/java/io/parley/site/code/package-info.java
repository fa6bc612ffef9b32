/** What the pages tell of the code, read from its sources: the types that a component offers to others. */
@NullMarked
package io.parley.site.code;

import org.jspecify.annotations.NullMarked;
