package io.parley.conversation.web;

import io.parley.inbox.InboxRow;
import io.parley.kernel.WireTime;
import io.swagger.v3.oas.annotations.media.Schema;

/** The last message of a conversation as a list shows it. */
@Schema(name = "LastMessage", description = "The last message, in short.")
public record LastMessageView(
        @Schema(format = "uuid") String id,

        @Schema(minimum = "1", description = "Its position in the log.", example = "17")
        long seq,

        @Schema(format = "uuid") String author,

        @Schema(format = "date-time", description = "When it came.")
        String receivedAt,

        @Schema(description = "Its first characters; empty once it is erased.")
        String text) {

    static LastMessageView of(InboxRow.LastMessage message) {
        return new LastMessageView(
                message.id().toString(),
                message.seq().value(),
                message.author().toString(),
                WireTime.text(message.at()),
                message.text());
    }
}
