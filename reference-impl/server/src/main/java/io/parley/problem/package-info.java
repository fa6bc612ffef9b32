/** What goes wrong, said one way: the error catalogue as types, and every refusal as a problem document (RFC 9457). */
@NullMarked
package io.parley.problem;

import org.jspecify.annotations.NullMarked;
