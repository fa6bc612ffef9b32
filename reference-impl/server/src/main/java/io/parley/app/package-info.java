/** The composition root: puts the components together and sets the edges that they share (security, JSON, Jetty, documents). */
@NullMarked
package io.parley.app;

import org.jspecify.annotations.NullMarked;
