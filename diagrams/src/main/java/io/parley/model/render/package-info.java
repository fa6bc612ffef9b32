/** Draws the views of the model as SVG, without native programs and without network. */
@NullMarked
package io.parley.model.render;

import org.jspecify.annotations.NullMarked;
