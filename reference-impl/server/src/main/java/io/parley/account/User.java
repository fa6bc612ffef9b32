package io.parley.account;

import io.parley.kernel.UserId;

/**
 * A user as every other user may see them. Written to JSON as {@code {id, username, displayName}}.
 *
 * @param username lower case, unique in the installation
 * @param displayName what people read; the username until the user chooses another
 */
public record User(UserId id, String username, String displayName) {}
