/** What nodes remember of accounts, over PostgreSQL and with a clock that tests move. */
@NullMarked
package io.parley.account;

import org.jspecify.annotations.NullMarked;
