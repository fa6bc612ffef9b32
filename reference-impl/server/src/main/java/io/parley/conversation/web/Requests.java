package io.parley.conversation.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The bodies of requests, for the API document: the code reads them member by member, to answer in the promised order. */
final class Requests {

    private Requests() {}

    /** {@code POST /conversations}. */
    @Schema(
            name = "NewConversation",
            requiredProperties = {"type", "members"})
    record NewConversationBody(
            @Schema(format = "uuid", description = "UUIDv7") String id,
            @Schema(allowableValues = {"direct", "group"}) String type,
            String title,
            @Schema(description = "ids of the other users") List<String> members) {}

    /** {@code POST /conversations/{id}/messages}. */
    @Schema(
            name = "NewMessage",
            requiredProperties = {"id", "content"})
    record NewMessageBody(
            @Schema(format = "uuid", description = "UUIDv7") String id,
            ContentView content,
            @Schema(format = "date-time") String sentAt) {}
}
