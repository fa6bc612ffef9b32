/** What is known of blocks, without a database and with a clock that tests move. */
@NullMarked
package io.parley.contact;

import org.jspecify.annotations.NullMarked;
