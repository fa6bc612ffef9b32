/** What every adapter of a store's port has to do, as tests that each adapter subclasses. */
@NullMarked
package io.parley.storekit;

import org.jspecify.annotations.NullMarked;
