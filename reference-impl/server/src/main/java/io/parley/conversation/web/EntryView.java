package io.parley.conversation.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.parley.kernel.ConversationId;
import io.parley.kernel.WireTime;
import io.parley.log.Content;
import io.parley.log.Entry;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An entry in JSON: what every kind carries, and the members of its own kind. Erased content is left out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "Entry",
        description =
                "One entry of a conversation's log. A `message` carries what a Message does, a `created` how it began.")
public record EntryView(
        @Schema(minimum = "1", description = "The position: 1 and up, without holes.", example = "17")
        long seq,

        @Schema(
                description = "`created` or `message`. More kinds will come: a client keeps the position of one that it"
                        + " does not know, and shows nothing.",
                example = "message")
        String kind,

        @Schema(format = "uuid") String id,
        @Schema(format = "uuid") String author,

        @Schema(minimum = "0", description = "How many messages stand here or before.", example = "16")
        long ordinal,

        @Schema(format = "date-time", description = "When it came.")
        String at,

        @Schema(format = "uuid") String conversationId,
        @Schema(format = "date-time") @Nullable String sentAt,
        @Schema(format = "date-time") @Nullable String receivedAt,
        @Nullable ContentView content,
        @Nullable CreatedView created) {

    /** What kind {@code created} says. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Created")
    public record CreatedView(
            @Schema(allowableValues = {"direct", "group"}) String type,
            @Nullable String title,
            List<FirstMember> members) {}

    /** A member from the start. */
    @Schema(name = "FirstMember")
    public record FirstMember(
            @Schema(format = "uuid") String userId,
            @Schema(allowableValues = {"owner", "member"}) String role) {}

    /** The JSON form of an entry. */
    public static EntryView of(ConversationId conversation, Entry entry) {
        Entry.Envelope envelope = entry.envelope();
        String at = WireTime.text(envelope.at());
        Content content = entry.content().orElse(null);
        boolean isMessage = entry.isMessage();
        return new EntryView(
                envelope.seq().value(),
                envelope.kind(),
                envelope.id().toString(),
                envelope.author().toString(),
                envelope.ordinal(),
                at,
                conversation.toString(),
                isMessage ? MessageView.sentAt(envelope) : null,
                isMessage ? at : null,
                content instanceof Content.Text text ? ContentView.of(text) : null,
                content instanceof Content.Created created ? created(created) : null);
    }

    private static CreatedView created(Content.Created created) {
        return new CreatedView(
                created.type().code(),
                created.title(),
                created.members().entrySet().stream()
                        .map(member -> new FirstMember(
                                member.getKey().toString(), member.getValue().code()))
                        .toList());
    }
}
