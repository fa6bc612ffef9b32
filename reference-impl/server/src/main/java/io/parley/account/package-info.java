/** Users, their devices and sessions: who somebody is, and which token proves it. */
@NullMarked
package io.parley.account;

import org.jspecify.annotations.NullMarked;
