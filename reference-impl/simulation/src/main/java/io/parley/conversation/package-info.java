/** What a simulated node needs of the conversations; in their package, because how they are made is not public. */
@NullMarked
package io.parley.conversation;

import org.jspecify.annotations.NullMarked;
