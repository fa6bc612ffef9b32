/** What a simulated node needs of receipts; in their package, because how they are made is not public. */
@NullMarked
package io.parley.receipt;

import org.jspecify.annotations.NullMarked;
