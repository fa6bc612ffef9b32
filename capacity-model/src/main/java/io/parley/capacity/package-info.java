/** The command "what if": asks the capacity model for a profile, for all of them, or for changed inputs. */
@NullMarked
package io.parley.capacity;

import org.jspecify.annotations.NullMarked;
