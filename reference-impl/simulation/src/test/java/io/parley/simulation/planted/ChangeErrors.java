package io.parley.simulation.planted;

import java.util.List;

/** Errors that changes of groups and messages might have: their rules, their fold, and what is erased and shown. */
final class ChangeErrors {

    private static final String AUTHORISED = "INV-5 Authorised";
    private static final String ERASED = "INV-2 Erased";
    private static final String LISTED = "Listed";

    static final List<Planted> ALL = List.of(
            Planted.of(
                    "does not fold who comes and goes",
                    AUTHORISED + "|Faithful",
                    "log/ConversationState",
                    "next = roster.after(change);",
                    "next = roster;"),
            Planted.of(
                    "judges by the state before the batch",
                    AUTHORISED,
                    "log/Draft",
                    "return rules.check(state, command, target(pending), now)",
                    "return rules.check(base.exists() ? base : state, command, target(pending), now)"),
            Planted.of(
                    "lets the last owner leave the others behind",
                    AUTHORISED,
                    "log/GroupRules",
                    "after.lacksAnOwner()",
                    "after.members().isEmpty()"),
            Planted.of(
                    "lets members add and remove each other",
                    AUTHORISED,
                    "log/GroupRules",
                    "!before.isOwner(author) && !isLeaving(author, change)",
                    "!before.members().containsKey(author)"),
            Planted.of(
                    "lets anybody delete anything",
                    AUTHORISED,
                    "log/MessageRules",
                    "!state.roster().isOwner(author);",
                    "false;"),
            Planted.of(
                    "takes whatever stands there for a message",
                    AUTHORISED,
                    "log/MessageRules",
                    "target.filter(Entry::isMessage).map(Entry::envelope)",
                    "target.map(Entry::envelope)"),
            Planted.of(
                    "forgets the title in snapshots",
                    "Faithful",
                    "log/SnapshotCodec",
                    "put(json, state.roster());",
                    "put(json, new Roster(state.members(), null));"),
            Planted.of(
                    "refuses for good what a later state allows",
                    "Final",
                    "log/Draft",
                    "refused.refusal() instanceof Refusal.ByState);",
                    "refused.refusal() instanceof Refusal.NotAMember);"),
            Planted.of(
                    "erases before the deletion is committed",
                    ERASED,
                    "log/Lane",
                    "propose(draft, taken, tries);",
                    """
                    {
                        draft.entries().forEach(entry -> {
                            if (entry.content().orElse(null) instanceof MessageChange.Deletion deletion) {
                                parts.store().erase(
                                        conversation, parts.buckets().of(deletion.target()), deletion.target());
                            }
                        });
                        propose(draft, taken, tries);
                    }"""),
            Planted.of(
                    "leaves the edits of a deleted message",
                    ERASED,
                    "erasure/ErasureProjection",
                    ": content instanceof MessageChange.Edit edit && edit.target().equals(target);",
                    ": false;"),
            Planted.of(
                    "leaves an edit that comes after the deletion",
                    ERASED,
                    "erasure/ErasureProjection",
                    "entries.stream().anyMatch(entry -> entry.body() == null)",
                    "entries.isEmpty()"),
            Planted.of(
                    "leaves the row of who was removed",
                    LISTED,
                    "inbox/InboxProjection",
                    ".thenComposeAsync(done -> remove(change), executor)",
                    ""),
            Planted.of(
                    "removes the row of who was added again",
                    LISTED,
                    "inbox/InboxChange",
                    "change.removed().forEach(user -> left.put(user, entry.seq()));",
                    "change.removed().forEach(user -> left.put(user, new Seq(1L << 40)));"),
            Planted.of(
                    "keeps the preview of a deleted message",
                    LISTED,
                    "inbox/InboxProjection",
                    ".thenComposeAsync(done -> erasePreviews(change), executor)",
                    ""),
            Planted.of(
                    "pushes to who was removed just now",
                    "Discreet",
                    "delivery/EntryPusher",
                    ".flatMap(member -> connections.of(member).stream())",
                    """
                    .collect(Collectors.collectingAndThen(Collectors.toSet(), members -> {
                        members.addAll(left(committed));
                        return members.stream();
                    }))
                    .flatMap(member -> connections.of(member).stream())"""));

    private ChangeErrors() {}
}
