package io.parley.site.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import io.parley.site.Seeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Verifies("DOC-3")
class DecisionReaderTest {

    private static final String RECORD = "0002-compare-and-set-log.adoc";

    @Test
    void readsTheHeaderOfARecord() throws IOException {
        Findings findings = new Findings();

        Decision decision = new DecisionReader(findings).decision("0002", "adr/" + RECORD, real());

        assertThat(findings.all()).isEmpty();
        assertThat(decision.title()).isEqualTo("Append by compare-and-set on the next position");
        assertThat(decision.status()).isEqualTo("accepted");
        assertThat(decision.requirements()).contains("INV-4", "OPS-7");
        assertThat(decision.page()).isEqualTo("decision-0002.html");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a status that does not exist  | :status: accepted       | :status: perhaps  | status=perhaps
            a word for what is built      | :built: yes             | :built: mostly    | built=mostly
            an area that does not exist   | :area: Log and delivery | :area: Other      | area=Other
            a day in another form         | :date: 2026-11-20       | :date: yesterday  | date=yesterday
            no summary                    | (?m)^:summary:.*$       | :summary:         | summary is missing
            no trigger that reopens it    | == Reopen when          | == Later          | "Reopen when" is missing
            no confirmation               | == Confirmation         | == Checks         | "Confirmation" is missing
            one option only               | (?s)=== A counter.*\\n== Decision | == Decision | options=1
            """)
    void refusesARecordWithout(String seed, String from, String to, String message) throws IOException {
        Findings findings = new Findings();

        new DecisionReader(findings).decision("0002", "adr/" + RECORD, real().replaceFirst(from, to));

        Seeds.assertCaught("form of a decision record", seed, findings, message);
    }

    @Test
    void refusesARecordThatNothingConfirms() throws IOException {
        Findings findings = new Findings();
        String unconfirmed = real().replaceFirst(
                        "(?s)\n== Confirmation\n.*\n== Reopen", "\n== Confirmation\n\nWe looked at it.\n\n== Reopen");

        new DecisionReader(findings).decision("0002", "adr/" + RECORD, unconfirmed);

        Seeds.assertCaught("form of a decision record", "a confirmation without a test", findings, "names no test");
    }

    @Test
    void refusesARecordThatIsNotBuiltAndDoesNotSayWhatBringsItsTest() throws IOException {
        Findings findings = new Findings();

        new DecisionReader(findings)
                .decision("0002", "adr/" + RECORD, real().replaceFirst(":built: yes", ":built: in part"));

        Seeds.assertCaught(
                "form of a decision record", "not built, and no requirement for its test", findings, "built=in part");
    }

    @Test
    void refusesARecordOfMoreThanAPage() throws IOException {
        Findings findings = new Findings();

        new DecisionReader(findings).decision("0002", "adr/" + RECORD, real() + "\nand so on".repeat(300));

        Seeds.assertCaught("form of a decision record", "more than a page", findings, "expected one page");
    }

    @Test
    void refusesAFileWithoutANumber(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("some-thoughts.adoc"), "= Thoughts");
        Findings findings = new Findings();

        new DecisionReader(findings).read(directory);

        Seeds.assertCaught("form of a decision record", "a file without a number", findings, "expected a name");
    }

    @Test
    void refusesASecondRecordOfANumber(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("0002-one.adoc"), real());
        Files.writeString(directory.resolve("0002-other.adoc"), real());
        Findings findings = new Findings();

        new DecisionReader(findings).read(directory);

        Seeds.assertCaught("form of a decision record", "a number that is taken", findings, "0002 is taken");
    }

    private static String real() throws IOException {
        return Files.readString(Seeds.ROOT.resolve("adr").resolve(RECORD));
    }
}
