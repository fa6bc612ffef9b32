/** Tests of the measurements themselves: what they count and time, they count and time rightly. */
@NullMarked
package io.parley.measure;

import org.jspecify.annotations.NullMarked;
