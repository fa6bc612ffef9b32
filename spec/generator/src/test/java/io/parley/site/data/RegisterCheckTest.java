package io.parley.site.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import io.parley.site.Seeds;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Each register with one edit to the real one. */
class RegisterCheckTest {

    private static final Project REAL = Seeds.realProject();

    @Test
    @Verifies({"DOC-4", "DOC-6", "DOC-12"})
    void findsNothingInTheProjectAsItIs() {
        assertThat(check(REAL.registers()).all()).isEmpty();
    }

    @Nested
    @Verifies("DOC-4")
    class Risks {

        private static final String RULE = "risks and debts name what exists";

        @Test
        void withAnUnknownRequirement() {
            caught(
                    RULE,
                    "a risk to an unknown requirement",
                    risk("R-99", "rare", "USR-99", "0002", List.of()),
                    "USR-99");
        }

        @Test
        void withAnUnknownDecision() {
            caught(RULE, "a risk of an unknown decision", risk("R-99", "rare", "QG-2", "9999", List.of()), "9999");
        }

        @Test
        void withAnUnknownTest() {
            caught(
                    RULE,
                    "a risk that no test would notice",
                    risk("R-99", "rare", "QG-2", "0002", List.of("NoTest")),
                    "NoTest");
        }

        @Test
        void withAWordThatTheScaleDoesNotHave() {
            caught(
                    RULE,
                    "a likelihood of its own",
                    risk("R-99", "maybe", "QG-2", "0002", List.of()),
                    "likelihood=maybe");
        }

        @Test
        void withAnIdThatIsTaken() {
            caught(RULE, "an id that stands twice", risk("R-1", "rare", "QG-2", "0002", List.of()), "R-1 stands twice");
        }

        @Test
        void ofADebtThatNobodyOwns() {
            Debt debt = new Debt(
                    "D-99", "debt", "why", "interest", "paid by", "nobody", List.of("QG-2"), List.of(), List.of());

            Seeds.assertCaught(
                    RULE, "a debt that nobody owns", check(with(List.of(), List.of(debt), List.of())), "owner=nobody");
        }

        private void caught(String rule, String seed, Risk risk, String message) {
            Seeds.assertCaught(rule, seed, check(with(List.of(risk), List.of(), List.of())), message);
        }

        private Risk risk(String id, String likelihood, String requirement, String decision, List<String> tests) {
            return new Risk(
                    id,
                    "risk",
                    "effect",
                    likelihood,
                    "small",
                    "response",
                    "trigger",
                    "server",
                    List.of(requirement),
                    List.of(decision),
                    tests);
        }
    }

    @Nested
    @Verifies("DOC-12")
    class Works {

        @Test
        void withoutAnEncryptedLink() {
            Work work = new Work("new", "Papers", "A", "T", 2000, "P", "http://example.org/", "takes");

            Seeds.assertCaught(
                    "works have lasting addresses",
                    "a link without encryption",
                    check(with(List.of(), List.of(), List.of(work))),
                    "expected https");
        }
    }

    @Nested
    @Verifies("DOC-6")
    class Tables {

        private static final String RULE = "tables on pages are those of the migrations";

        @Test
        void withAColumnThatNobodyExplains() {
            TableNote account = note("account");
            Map<String, String> columns = new TreeMap<>(account.columns());
            columns.remove("email");

            Seeds.assertCaught(
                    RULE,
                    "a column that nobody explains",
                    check(withNote(account, copy(account, account.table(), columns))),
                    "does not explain the column email");
        }

        @Test
        void withAColumnThatDoesNotExist() {
            TableNote account = note("account");
            Map<String, String> columns = new TreeMap<>(account.columns());
            columns.put("shoe_size", "of the left foot");

            Seeds.assertCaught(
                    RULE,
                    "a column that does not exist",
                    check(withNote(account, copy(account, account.table(), columns))),
                    "shoe_size");
        }

        @Test
        void thatNobodyExplains() {
            Seeds.assertCaught(
                    RULE,
                    "a table that nobody explains",
                    check(withNote(note("account"), null)),
                    "does not explain the table account");
        }

        @Test
        void thatDoesNotExist() {
            TableNote account = note("account");
            List<TableNote> notes = new java.util.ArrayList<>(REAL.registers().notes());
            notes.add(copy(account, "no_such_table", Map.of()));

            Seeds.assertCaught(
                    RULE, "a table that does not exist", check(withNotes(notes)), "neither the model nor a migration");
        }

        private TableNote note(String table) {
            return REAL.registers().notes().stream()
                    .filter(note -> note.table().equals(table))
                    .findFirst()
                    .orElseThrow();
        }

        private TableNote copy(TableNote note, String table, Map<String, String> columns) {
            return new TableNote(
                    table,
                    note.store(),
                    note.owner(),
                    note.holds(),
                    note.written(),
                    note.bound(),
                    note.kept(),
                    note.cached(),
                    columns);
        }
    }

    private static Registers withNote(TableNote old, @org.jspecify.annotations.Nullable TableNote edited) {
        return withNotes(REAL.registers().notes().stream()
                .filter(note -> edited != null || !note.equals(old))
                .map(note -> edited != null && note.equals(old) ? edited : note)
                .toList());
    }

    private static Registers withNotes(List<TableNote> notes) {
        Registers real = REAL.registers();
        return new Registers(
                real.risks(), real.debts(), real.terms(), real.works(), notes, real.cassandra(), real.postgres());
    }

    private static Registers with(List<Risk> risks, List<Debt> debts, List<Work> works) {
        Registers real = REAL.registers();
        return new Registers(
                plus(real.risks(), risks),
                plus(real.debts(), debts),
                real.terms(),
                plus(real.works(), works),
                real.notes(),
                real.cassandra(),
                real.postgres());
    }

    private static <T> List<T> plus(List<T> present, List<T> added) {
        return java.util.stream.Stream.concat(present.stream(), added.stream()).toList();
    }

    private static Findings check(Registers registers) {
        Findings findings = new Findings();
        new RegisterCheck(REAL.with(registers)).check(findings);
        return findings;
    }
}
