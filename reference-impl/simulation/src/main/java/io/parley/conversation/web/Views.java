package io.parley.conversation.web;

import io.parley.account.Users;

/** Makes the views of a node. */
public final class Views {

    private Views() {}

    public static ConversationViews of(Users users) {
        return new ConversationViews(users);
    }
}
