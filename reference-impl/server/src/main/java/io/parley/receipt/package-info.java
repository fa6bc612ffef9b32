/**
 * Delivered and read: one position each per member and device, of which the highest holds. The status of any message follows
 * by comparing positions; reports are coalesced before they are written and before anybody is told.
 */
@NullMarked
package io.parley.receipt;

import org.jspecify.annotations.NullMarked;
