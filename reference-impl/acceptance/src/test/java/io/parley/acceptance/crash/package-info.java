/**
 * Kills every process under load and holds what the clients wrote down against what the logs say afterwards.
 *
 * <p>{@code client} code here behaves as the public contract asks; the checker trusts the clients' own histories only.
 */
@NullMarked
package io.parley.acceptance.crash;

import org.jspecify.annotations.NullMarked;
