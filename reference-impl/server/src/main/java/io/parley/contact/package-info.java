/** Who has blocked whom: changed by call, and asked for each message between two people from memory of a stated age. */
@NullMarked
package io.parley.contact;

import org.jspecify.annotations.NullMarked;
