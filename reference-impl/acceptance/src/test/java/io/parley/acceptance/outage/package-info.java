/** What clients are answered while a store is down or a node overloaded. */
@NullMarked
package io.parley.acceptance.outage;

import org.jspecify.annotations.NullMarked;
