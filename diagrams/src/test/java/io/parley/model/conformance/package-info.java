/** Tests of the parts that the rules are made of; the rules themselves are tested against the server. */
@NullMarked
package io.parley.model.conformance;

import org.jspecify.annotations.NullMarked;
