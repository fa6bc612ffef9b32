/**
 * Where ids stand that a conversation's state no longer remembers: the ids of each full bucket of its log, and the range of
 * their times, so that an old id is found without reading the log back.
 */
@NullMarked
package io.parley.idindex;

import org.jspecify.annotations.NullMarked;
