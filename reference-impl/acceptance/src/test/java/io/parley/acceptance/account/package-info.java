/** Accounts and sessions, over HTTP against the running server and with a moved clock over a real PostgreSQL. */
@NullMarked
package io.parley.acceptance.account;

import org.jspecify.annotations.NullMarked;
