/** What a simulated node needs of the delivery; in its package, because how it is made is not public. */
@NullMarked
package io.parley.delivery;

import org.jspecify.annotations.NullMarked;
