/** Accounts, sessions and signing keys in PostgreSQL: the only package of the component that speaks SQL. */
@NullMarked
package io.parley.account.postgres;

import org.jspecify.annotations.NullMarked;
