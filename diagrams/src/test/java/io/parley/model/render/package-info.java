/** Tests of the pictures. */
@NullMarked
package io.parley.model.render;

import org.jspecify.annotations.NullMarked;
