package io.parley.simulation.planted;

import java.util.List;

/** Errors that the index of ids might have: each lets an old id stand twice, or be refused as somebody else's. */
final class IdIndexErrors {

    private static final String ONCE = "INV-4 Once";

    static final List<Planted> ALL = List.of(
            Planted.of(
                    "takes an id that the index does not know for new",
                    ONCE,
                    "log/IdLookUp",
                    ": inLog(conversation, id, from, to, answer.known());",
                    ": CompletableFuture.completedFuture(Optional.empty());"),
            new Planted(
                    "trusts a block that was written before its bucket was full",
                    ONCE,
                    List.of(
                            new Planted.Edit(
                                    "idindex/IdBlockProjection",
                                    "if (buckets.isLast(entry.seq())) {",
                                    "if (entry.seq().equals(state.head())) {"),
                            new Planted.Edit(
                                    "idindex/IdBlockProjection",
                                    "if (entries.size() != buckets.entries()) {",
                                    "if (entries.isEmpty()) {"),
                            new Planted.Edit(
                                    "idindex/IdBlocks",
                                    "if (ids.size() != buckets.entries()) {",
                                    "if (ids.isEmpty()) {"))),
            Planted.of(
                    "leaves out the block whose last id has the same time",
                    ONCE,
                    "idindex/IdBlock",
                    "id.timeMillis() <= lastMillis",
                    "id.timeMillis() < lastMillis"),
            Planted.of(
                    "leaves out the block whose first id has the same time",
                    ONCE,
                    "idindex/IdBlock",
                    "firstMillis <= id.timeMillis()",
                    "firstMillis < id.timeMillis()"),
            Planted.of(
                    "takes the time of a block's last entry for the highest",
                    ONCE,
                    "idindex/IdBlock",
                    "ids.stream().mapToLong(EntryId::timeMillis).max().orElseThrow()",
                    "ids.get(ids.size() - 1).timeMillis()"),
            Planted.of(
                    "answers with the position in the bucket for the position in the log",
                    "INV-4 Once|INV-3 Durable|Final",
                    "idindex/IdBlocks",
                    "buckets.first(bucket).plus(index)",
                    "Seq.FIRST.plus(index)"));

    private IdIndexErrors() {}
}
