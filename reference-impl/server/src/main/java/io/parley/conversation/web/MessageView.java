package io.parley.conversation.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.parley.kernel.ConversationId;
import io.parley.kernel.WireTime;
import io.parley.log.Content;
import io.parley.log.Entry;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A message in JSON. Erased content is left out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Message", description = "A message that stands in a conversation's log.")
record MessageView(
        @Schema(format = "uuid") String id,
        @Schema(format = "uuid") String conversationId,

        @Schema(minimum = "1", description = "The entry's position in the log.", example = "17")
        long seq,

        @Schema(minimum = "1", description = "How many messages stand here or before.", example = "16")
        long ordinal,

        @Schema(format = "uuid") String author,

        @Schema(format = "date-time", description = "When the author sent it, by their clock.")
        String sentAt,

        @Schema(format = "date-time", description = "When it came.")
        String receivedAt,

        @Nullable ContentView content) {

    static MessageView of(ConversationId conversation, Entry entry) {
        Entry.Envelope envelope = entry.envelope();
        return new MessageView(
                envelope.id().toString(),
                conversation.toString(),
                envelope.seq().value(),
                envelope.ordinal(),
                envelope.author().toString(),
                sentAt(envelope),
                WireTime.text(envelope.at()),
                entry.content().orElse(null) instanceof Content.Text text ? ContentView.of(text) : null);
    }

    /** An author who does not say when is taken to have sent it when it came. */
    static String sentAt(Entry.Envelope envelope) {
        return WireTime.text(envelope.sentAt() == null ? envelope.at() : envelope.sentAt());
    }
}
