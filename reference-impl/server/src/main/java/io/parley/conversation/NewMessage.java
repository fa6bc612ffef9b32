package io.parley.conversation;

import io.parley.kernel.EntryId;
import io.parley.kernel.UserId;
import io.parley.limits.Limits;
import io.parley.log.Command;
import io.parley.log.Content;
import io.parley.problem.JsonFields;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A message that somebody wants to send, by request or by frame: read and checked, but for what the log decides. */
public record NewMessage(
        EntryId id, Content.Text content, @Nullable Instant sentAt) {

    /**
     * Reads {@code {id, content, sentAt?}}.
     *
     * @throws io.parley.problem.ProblemException for a member that is missing or out of range (400)
     */
    public static NewMessage read(JsonFields fields, Limits limits) {
        EntryId id = fields.entryId("id");
        JsonFields content = fields.object("content");
        if (!content.text("type").equals("text")) {
            throw content.invalid("type", "text");
        }
        String text = content.text("text");
        int bytesMax = limits.message().textBytesMax();
        if (text.isBlank() || !Texts.isUnicode(text) || Texts.utf8Bytes(text) > bytesMax) {
            throw content.invalid("text", "1 to " + bytesMax + " bytes of UTF-8, not blank");
        }
        return new NewMessage(
                id, new Content.Text(text), fields.optionalTime("sentAt").orElse(null));
    }

    Command by(UserId author) {
        return new Command(id, author, content, sentAt);
    }
}
