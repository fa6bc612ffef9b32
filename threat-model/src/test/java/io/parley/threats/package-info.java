/** Tests of the threat register, each rule with planted violations. */
@NullMarked
package io.parley.threats;

import org.jspecify.annotations.NullMarked;
