/** Kills every process under load, and holds what the clients wrote down against what the logs say afterwards. */
@NullMarked
package io.parley.acceptance.crash;

import org.jspecify.annotations.NullMarked;
