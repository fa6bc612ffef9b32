package io.parley.conversation.web;

import io.parley.conversation.Problems;
import io.parley.kernel.ConversationId;

/** Ids in paths. */
final class PathIds {

    private PathIds() {}

    /** A path that names no possible conversation is answered like one that names somebody else's. */
    static ConversationId conversation(String text) {
        try {
            return ConversationId.parse(text);
        } catch (IllegalArgumentException e) {
            throw Problems.notFound();
        }
    }
}
