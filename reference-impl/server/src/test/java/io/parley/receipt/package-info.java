/** Tests of receipts. */
@NullMarked
package io.parley.receipt;

import org.jspecify.annotations.NullMarked;
