@NullMarked
package io.parley.simulation;

import org.jspecify.annotations.NullMarked;
