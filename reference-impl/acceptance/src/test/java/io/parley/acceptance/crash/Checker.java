package io.parley.acceptance.crash;

import java.util.List;
import java.util.stream.Stream;

/**
 * Holds the clients' histories against what the server shows afterwards. The histories are believed, the server is not.
 *
 * <p>Any number of clients and conversations; linear in their entries but for sorting.
 */
final class Checker {

    /** Finds what breaks it. */
    private interface Rule {
        Stream<Violation> check(Evidence evidence);
    }

    private static final List<Rule> RULES = List.of(
            LogRules::positionsHaveNoHole,
            LogRules::everyIdStandsOnce,
            LogRules::everyEntryWasMade,
            LogRules::allReadersAreShownTheSame,
            SenderRules::everyMessageIsResolved,
            SenderRules::acknowledgedStandsWhereItWasSaid,
            SenderRules::refusedStandsNowhere,
            SenderRules::acknowledgedStandsBeforeWhatWasSentLater,
            ReaderRules::everyEntryIsShownOnce,
            ReaderRules::entriesAreShownInOrder,
            ReaderRules::whatIsShownStandsInTheLog,
            ReaderRules::everythingIsShown,
            ReaderRules::listsShowTrueHeads,
            AccessRules::authorsAreMembers,
            AccessRules::whoIsShownIsAMember,
            AccessRules::whoReadsIsAMember,
            AccessRules::whoHasItListedIsAMember,
            AccessRules::nobodyElseIsLetIn);

    private Checker() {}

    /** Everything that must not be; empty when all is well. */
    static List<Violation> check(List<History> histories, List<View> views) {
        Evidence evidence = new Evidence(histories, views);
        return RULES.stream().flatMap(rule -> rule.check(evidence)).toList();
    }
}
