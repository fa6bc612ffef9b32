/** Accounts over HTTP: registration, login, profile, and the filter that reads access tokens. */
@NullMarked
package io.parley.account.web;

import org.jspecify.annotations.NullMarked;
