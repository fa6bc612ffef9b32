package io.parley.delivery;

import io.parley.kernel.ConversationId;
import io.parley.kernel.EntryId;
import io.parley.problem.JsonFields;
import java.util.Optional;

/** A frame from a client. */
sealed interface ClientFrame {

    /** Proves who speaks; again with a newer token before the old one expires. */
    record Authenticate(String token) implements ClientFrame {}

    /** Asks for the heads of conversations that changed since the token; all, without one. */
    record Resume(Optional<String> since) implements ClientFrame {}

    /**
     * Sends a message.
     *
     * @param message its members, read once it is known that the sender may hear what is wrong with them
     */
    record Send(ConversationId conversation, EntryId id, JsonFields message) implements ClientFrame {}

    /**
     * Tells how far the device is.
     *
     * @param marks its members, read once it is known that the sender may hear what is wrong with them
     */
    record Mark(ConversationId conversation, JsonFields marks) implements ClientFrame {}

    /** Shows that the client lives, and perhaps what it holds. */
    record Ping(Optional<String> digest) implements ClientFrame {}

    /**
     * Reads a frame.
     *
     * @throws io.parley.problem.ProblemException for an unknown type or a member that is missing or out of range
     */
    static ClientFrame read(JsonFields fields) {
        return switch (fields.text("type")) {
            case "authenticate" -> new Authenticate(fields.text("token"));
            case "resume" -> new Resume(fields.optionalText("since"));
            case "send" -> new Send(fields.conversationId("conversationId"), fields.entryId("id"), fields);
            case "mark" -> new Mark(fields.conversationId("conversationId"), fields);
            case "ping" -> new Ping(digest(fields));
            default -> throw fields.invalid("type", "authenticate, resume, send, mark or ping");
        };
    }

    private static Optional<String> digest(JsonFields fields) {
        Optional<String> digest = fields.optionalText("digest");
        if (digest.isPresent() && !digest.get().matches("[0-9a-f]{16}")) {
            throw fields.invalid("digest", "16 lower-case hex digits");
        }
        return digest;
    }
}
