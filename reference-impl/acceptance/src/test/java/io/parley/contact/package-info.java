/** What nodes remember of blocks, over PostgreSQL and with a clock that tests move. */
@NullMarked
package io.parley.contact;

import org.jspecify.annotations.NullMarked;
