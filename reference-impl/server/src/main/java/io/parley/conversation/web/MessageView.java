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
@Schema(name = "Message")
record MessageView(
        @Schema(format = "uuid") String id,
        @Schema(format = "uuid") String conversationId,
        long seq,
        long ordinal,
        @Schema(format = "uuid") String author,
        @Schema(format = "date-time") String sentAt,
        @Schema(format = "date-time") String receivedAt,
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
