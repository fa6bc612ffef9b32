/** One's own blocks over HTTP. */
@NullMarked
package io.parley.contact.web;

import org.jspecify.annotations.NullMarked;
