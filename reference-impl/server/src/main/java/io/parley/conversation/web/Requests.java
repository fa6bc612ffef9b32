package io.parley.conversation.web;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bodies of requests, for the API document: the code reads them member by member, to answer in the promised order. */
final class Requests {

    private static final String UUID_V7 = "^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$";

    private Requests() {}

    /** {@code POST /conversations}. */
    @Schema(name = "NewConversation")
    record NewConversationBody(
            @Schema(
                    format = "uuid",
                    pattern = UUID_V7,
                    description = "A UUIDv7 of the client's choice, so that a repeat finds the same conversation."
                            + " Without it the server chooses one.")
            @Nullable
            String id,

            @Schema(allowableValues = {"direct", "group"}) String type,

            @Schema(description = "Of a group, not blank.") @Nullable
            String title,

            @ArraySchema(
                    arraySchema =
                            @Schema(
                                    description = "Ids of the other users, each once: one for a direct conversation,"
                                            + " two or more for a group. The creator is added."),
                    schema = @Schema(format = "uuid"),
                    uniqueItems = true)
            List<String> members) {}

    /** {@code PUT /conversations/{id}/marks}: one of the two or both. */
    @Schema(name = "NewMark")
    record NewMarkBody(
            @Schema(
                    minimum = "1",
                    description = "Everything up to this position has reached the device.",
                    example = "17")
            @Nullable
            Long delivered,

            @Schema(minimum = "1", description = "Everything up to this position has been shown on it.", example = "17")
            @Nullable
            Long read) {}

    /** {@code POST /conversations/{id}/messages}. */
    @Schema(name = "NewMessage")
    record NewMessageBody(
            @Schema(
                    format = "uuid",
                    pattern = UUID_V7,
                    description = "A UUIDv7 of the client's choice: a repeat with the same id is written once.")
            String id,

            ContentView content,

            @Schema(
                    format = "date-time",
                    description = "When the author sent it, by their clock; the time of arrival if left out.")
            @Nullable
            String sentAt) {}
}
