/** Tests of the whole: a real server on real stores, used from outside. */
@NullMarked
package io.parley.acceptance;

import org.jspecify.annotations.NullMarked;
