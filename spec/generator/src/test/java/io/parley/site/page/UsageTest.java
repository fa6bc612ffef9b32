package io.parley.site.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import io.parley.site.Seeds;
import io.parley.site.data.Findings;
import io.parley.site.data.Registers;
import io.parley.site.data.Term;
import io.parley.site.data.Work;
import java.util.List;
import org.junit.jupiter.api.Test;

@Verifies("DOC-12")
class UsageTest {

    private static final Work WORK = new Work("book-2000", "Books", "A", "T", 2000, "P", "https://example.org/", "all");
    private static final Term TERM = new Term("Group commit", "several commands share a round");

    @Test
    void findsNothingWhenPagesCiteAndUseThem() {
        assertThat(check("As cite:book-2000[] says, group-commit helps.").all()).isEmpty();
    }

    @Test
    void findsAWorkThatNoPageCites() {
        Seeds.assertCaught(
                "works are cited by a page",
                "a work that no page cites",
                check("Group commit helps."),
                "no page cites book-2000");
    }

    @Test
    void findsATermThatNoPageUses() {
        Seeds.assertCaught(
                "terms of the glossary are used by a page",
                "a term that no page uses",
                check("As cite:book-2000[] says."),
                "no page uses the term Group commit");
    }

    private static Findings check(String text) {
        Findings findings = new Findings();
        Page page = new Page("index", "Overview", "Overview", "index", "= Page\n\n" + text);
        Page glossary = new Page("12-glossary", "Overview", "Glossary", "glossary", "= Glossary\n\nGroup commit");
        new Usage(List.of(page, glossary))
                .check(
                        new Registers(
                                List.of(), List.of(), List.of(TERM), List.of(WORK), List.of(), List.of(), List.of()),
                        findings);
        return findings;
    }
}
