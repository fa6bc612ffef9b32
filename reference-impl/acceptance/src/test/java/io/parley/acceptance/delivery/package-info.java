/** Live delivery as the contract has it, over real WebSockets. */
@NullMarked
package io.parley.acceptance.delivery;

import org.jspecify.annotations.NullMarked;
