/** Threats to the architecture: generated from the model's trust zones and data classes, assessed by people, tied to tests. */
@NullMarked
package io.parley.threats;

import org.jspecify.annotations.NullMarked;
