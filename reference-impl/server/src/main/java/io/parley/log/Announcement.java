package io.parley.log;

/**
 * A node's promise, kept in the store, to fan out what it commits to one conversation: if the node dies, another one finds
 * the promise and makes it good. Safe for use by several threads.
 *
 * <p>A promise may lapse: the node was too slow to renew it, or had nothing to do for a while. So before anybody is told of
 * a commit, the commit is handed to its announcement; only one that still stands, standing from before the commit, covers
 * it. Else the conversation is announced anew and the commit handed to that.
 */
public interface Announcement {

    /** Takes on the fan-out of these entries; false if the announcement has lapsed and nobody may be told yet. */
    boolean covers(EntriesCommitted committed);

    /**
     * The same for a repeat, whose entry another node may have written without living to tell.
     *
     * @param state folded at least up to the repeated entry
     */
    boolean coversRepeat(ConversationState state);
}
