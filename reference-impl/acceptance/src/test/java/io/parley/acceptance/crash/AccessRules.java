package io.parley.acceptance.crash;

import io.parley.acceptance.crash.Violation.Kind;
import io.parley.kernel.ConversationId;
import java.util.stream.Stream;

/** Who is no member writes nothing, is shown nothing and does not learn that there is such a conversation. */
final class AccessRules {

    private AccessRules() {}

    static Stream<Violation> authorsAreMembers(Evidence evidence) {
        return evidence.logs().entrySet().stream().flatMap(log -> log.getValue().stream()
                .filter(entry -> !evidence.isMember(entry.author(), log.getKey()))
                .map(entry -> violation(log.getKey() + ", " + entry + " of " + entry.author())));
    }

    /** Shown is also who was told only that there is one, or how far it is. */
    static Stream<Violation> whoIsShownIsAMember(Evidence evidence) {
        return evidence.histories().stream().flatMap(history -> shown(history)
                .filter(conversation -> !evidence.isMember(history.user(), conversation))
                .distinct()
                .map(conversation -> violation(conversation + " was shown to " + history.user())));
    }

    private static Stream<ConversationId> shown(History history) {
        return Stream.of(
                        history.all(Event.Told.class).map(Event.Told::conversation),
                        history.all(Event.Began.class).map(Event.Began::conversation),
                        history.all(Event.Applied.class).map(Event.Applied::conversation))
                .flatMap(conversations -> conversations);
    }

    static Stream<Violation> whoReadsIsAMember(Evidence evidence) {
        return evidence.views().stream().flatMap(view -> view.logs().keySet().stream()
                .filter(conversation -> !evidence.isMember(view.reader(), conversation))
                .map(conversation -> violation(conversation + " was read by " + view.reader())));
    }

    static Stream<Violation> whoHasItListedIsAMember(Evidence evidence) {
        return evidence.views().stream().flatMap(view -> view.listedHeads().keySet().stream()
                .filter(conversation -> !evidence.isMember(view.reader(), conversation))
                .map(conversation -> violation(conversation + " stands in the list of " + view.reader())));
    }

    static Stream<Violation> nobodyElseIsLetIn(Evidence evidence) {
        return evidence.histories().stream().flatMap(history -> history.all(Event.Tried.class)
                .filter(tried -> tried.outcome() == Way.Outcome.LET_IN)
                .map(tried ->
                        violation(tried.conversation() + " was open to " + history.user() + " by " + tried.way())));
    }

    private static Violation violation(String detail) {
        return new Violation(Kind.UNAUTHORISED, detail);
    }
}
