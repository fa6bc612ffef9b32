/**
 * Each user's conversations in one place: heads, unread counts and previews, drawn from the logs. Messages are stored once;
 * what fans out is a small row per member, and a list or a resume reads one partition.
 */
@NullMarked
package io.parley.inbox;

import org.jspecify.annotations.NullMarked;
