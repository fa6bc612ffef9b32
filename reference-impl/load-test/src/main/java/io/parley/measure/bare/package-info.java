/** The store's own operations, issued by nothing but the driver: what a message costs below the server. */
@NullMarked
package io.parley.measure.bare;

import org.jspecify.annotations.NullMarked;
