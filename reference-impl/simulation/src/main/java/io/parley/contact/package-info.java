/** What a simulated node needs of blocks; in their package, because how they are made is not public. */
@NullMarked
package io.parley.contact;

import org.jspecify.annotations.NullMarked;
