package io.parley.conversation;

import io.parley.kernel.Seq;
import io.parley.problem.JsonFields;
import java.util.Optional;

/**
 * What a device reports of how far it is, by request or by frame: read and checked, but for what the log decides.
 *
 * @param read at most {@code delivered}: what was read has been delivered
 */
public record NewMark(Seq delivered, Seq read) {

    /**
     * Reads {@code {delivered?, read?}}, at least one of them.
     *
     * @throws io.parley.problem.ProblemException for a member that is missing or out of range (400)
     */
    public static NewMark read(JsonFields fields) {
        Optional<Seq> delivered = fields.optionalSeq("delivered");
        Optional<Seq> read = fields.optionalSeq("read");
        if (delivered.isEmpty() && read.isEmpty()) {
            throw fields.invalid("delivered", "delivered, read or both");
        }
        Seq shown = read.orElse(Seq.NONE);
        Seq reached = delivered.orElse(shown);
        return new NewMark(reached.isAfter(shown) ? reached : shown, shown);
    }
}
