/** What is measured: processes that this run started, the processor time that they use, and the bare store below them. */
@NullMarked
package io.parley.measure.stand;

import org.jspecify.annotations.NullMarked;
