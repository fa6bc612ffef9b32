/** What a simulated node needs of the conversations' JSON; in its package, because how it is made is not public. */
@NullMarked
package io.parley.conversation.web;

import org.jspecify.annotations.NullMarked;
