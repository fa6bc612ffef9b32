package io.parley.conversation.web;

import io.parley.kernel.UserId;
import io.parley.receipt.Mark;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;

/** The JSON forms of marks. */
public final class MarkViews {

    private static final String DELIVERED = "Everything up to this position has reached them; 0, nothing yet.";
    private static final String READ = "Everything up to this position has been shown to them; 0, nothing yet.";

    private MarkViews() {}

    /** How far a member is. */
    @Schema(name = "MemberMark", description = "How far a member is, on the device that is furthest.")
    public record MemberMark(
            @Schema(format = "uuid") String user,

            @Schema(minimum = "0", description = DELIVERED, example = "17")
            long delivered,

            @Schema(minimum = "0", description = READ, example = "16")
            long read) {}

    /** How far all members are. */
    @Schema(name = "Mark", description = "How far all members are: the lowest of their marks.")
    public record LowestMark(
            @Schema(minimum = "0", description = DELIVERED, example = "17")
            long delivered,

            @Schema(minimum = "0", description = READ, example = "12")
            long read) {}

    /** The marks of members, sorted by id. */
    public static List<MemberMark> of(Map<UserId, Mark> marks) {
        return marks.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(mark -> new MemberMark(
                        mark.getKey().toString(),
                        mark.getValue().delivered().value(),
                        mark.getValue().read().value()))
                .toList();
    }

    /** The mark of all. */
    public static LowestMark of(Mark all) {
        return new LowestMark(all.delivered().value(), all.read().value());
    }
}
