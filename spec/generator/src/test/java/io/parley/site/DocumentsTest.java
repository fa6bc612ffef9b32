package io.parley.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.CatalogueEntry;
import io.parley.evidence.Verifies;
import io.parley.model.Element;
import io.parley.model.ElementKind;
import io.parley.model.ViewKind;
import io.parley.site.data.Decision;
import io.parley.site.data.Project;
import io.parley.site.data.Risk;
import io.parley.site.output.OutputFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What the documents owe their readers, looked for in the finished pages and derived from the project's data. */
class DocumentsTest {

    private final Project project = Seeds.realProject();
    private final OutputFiles files = Generated.files();

    @Test
    @Verifies("DOC-1")
    void giveEachProfileItsNeedsItsPartsAndWhatIsNotBuilt() {
        Document page = page("profiles");

        project.catalogue().profiles().forEach(profile -> {
            String table = section(page, profile.id());
            project.catalogue().entries().stream()
                    .filter(entry -> entry.profiles().contains(profile.id()))
                    .filter(entry -> !entry.group().equals("DOC"))
                    .map(CatalogueEntry::id)
                    .forEach(id -> assertThat(table).as(profile.id()).contains(id));
            assertThat(table).contains("Uses").contains("Not built");
        });
    }

    @Test
    @Verifies("DOC-2")
    void tellEveryStoryOfTheModelOnTheRuntimePageOrASlide() throws IOException {
        String told = Files.readString(Seeds.ROOT.resolve("spec/pages/06-runtime.adoc"))
                + Files.readString(Seeds.ROOT.resolve("slides/stakeholders.adoc"));

        assertThat(project.model().views().stream()
                        .filter(view -> view.kind() == ViewKind.DYNAMIC)
                        .toList())
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(view -> assertThat(told).contains("diagram::" + view.key() + "[]"));
    }

    @Test
    @Verifies("DOC-3")
    void showEveryDecisionInTheIndexWithStatusAndRelations() {
        Document index = page("09-decisions");

        assertThat(project.decisions()).hasSizeGreaterThan(20);
        for (Decision decision : project.decisions()) {
            assertThat(index.select("a[href=" + decision.page() + "]"))
                    .as(decision.number())
                    .isNotEmpty();
            Document own = page(decision.page().replace(".html", ""));
            assertThat(own.text()).contains(decision.standing());
            decision.relates().forEach(number -> assertThat(own.select("a[href=decision-" + number + ".html]"))
                    .as(decision.number() + " leads to " + number)
                    .isNotEmpty());
        }
    }

    @Test
    @Verifies("DOC-3")
    void linkEachComponentToTheDecisionsThatNameIt() {
        for (Element component : project.model().elements(ElementKind.COMPONENT)) {
            Document page = page("component-" + component.id().replaceFirst(".*\\.", ""));
            project.decisions().stream()
                    .filter(decision -> decision.elements().contains(component.id()))
                    .forEach(decision -> assertThat(page.select("a[href=" + decision.page() + "]"))
                            .as(component.id() + " leads to " + decision.number())
                            .isNotEmpty());
        }
    }

    @Test
    @Verifies("DOC-4")
    void showEveryRiskWithItsResponseAndEveryDebtWithWhatPaysItOff() {
        Document page = page("11-risks");

        assertThat(project.registers().risks()).isNotEmpty().allSatisfy(risk -> {
            assertThat(page.getElementById(risk.id())).as(risk.id()).isNotNull();
            assertThat(plain(page.text()))
                    .contains(plain(risk.risk()))
                    .contains(risk.likelihood() + ", " + risk.impact());
        });
        assertThat(project.registers().debts()).isNotEmpty().allSatisfy(debt -> {
            assertThat(page.getElementById(debt.id())).as(debt.id()).isNotNull();
            assertThat(plain(page.text())).contains(plain(debt.debt()));
        });
        assertThat(page.select("h3").eachAttr("id").stream().filter(id -> id.startsWith("R-")))
                .as("most threatening first")
                .isEqualTo(project.registers().risks().stream()
                        .sorted(Comparator.comparing(Risk::level).reversed())
                        .map(Risk::id)
                        .toList());
    }

    @Test
    @Verifies("DOC-6")
    void showEveryTableOfBothStoresWithEveryColumn() {
        Document page = page("data-design");

        assertThat(project.registers().cassandra()).isNotEmpty();
        assertThat(project.registers().postgres()).isNotEmpty();
        project.model().relationships().forEach(edge -> edge.list("tables")
                .forEach(table -> assertThat(page.getElementById("table-" + table.replace('_', '-')))
                        .as(table)
                        .isNotNull()));
        project.registers().notes().forEach(note -> {
            String section = section(page, "table-" + note.table().replace('_', '-'));
            assertThat(section).contains("Written").contains("Kept").contains("In memory");
            note.columns().keySet().forEach(column -> assertThat(section).contains(column));
        });
    }

    @Test
    @Verifies("DOC-12")
    void listEveryWorkWithItsAddressAndWhatIsTakenFromIt() {
        Document page = page("references");

        assertThat(project.registers().works()).hasSizeGreaterThan(20).allSatisfy(work -> {
            assertThat(page.getElementById("ref-" + work.id())).as(work.id()).isNotNull();
            assertThat(page.select("a[href=" + work.link() + "]")).as(work.id()).isNotEmpty();
            assertThat(plain(page.text())).contains(plain(work.takes()));
        });
    }

    @Test
    @Verifies("DOC-12")
    void explainEveryTermOfTheGlossary() {
        Document page = page("12-glossary");

        assertThat(project.registers().terms()).isNotEmpty().allSatisfy(term -> assertThat(
                        page.getElementById(term.anchor()))
                .as(term.term())
                .isNotNull());
    }

    @Test
    @Verifies("DOC-13")
    void nameEveryCallOfTheContractInTheReadme() throws IOException {
        String readme = Files.readString(Seeds.ROOT.resolve("README.md"));
        String api = Files.readString(Seeds.ROOT.resolve("spec/api/openapi.yaml"));

        Matcher path = Pattern.compile("(?m)^  [\"']?(/[^\"':]*)[\"']?:$").matcher(api);
        List<String> paths = path.results().map(found -> found.group(1)).toList();
        assertThat(paths).hasSizeGreaterThan(5).allSatisfy(each -> assertThat(readme)
                .as("README.md names " + each)
                .contains(each.replaceAll("\\{\\w+\\}", "{id}")));
        assertThat(readme).contains("`/ws`");
    }

    @Test
    @Verifies("DOC-13")
    void beginTheReadmeWithHowToStartAndHowToTest() throws IOException {
        String readme = Files.readString(Seeds.ROOT.resolve("README.md"));

        Matcher block = Pattern.compile("(?s)```\\w*\\n(.*?)\\n```").matcher(readme);
        List<String> blocks = block.results().map(found -> found.group(1)).toList();
        assertThat(blocks.subList(0, 2)).containsExactly("./parley start", "mvn verify");
        assertThat(readme).contains("## The architecture in one minute", "## The interface", "## What is where");
    }

    @Test
    @Verifies("DOC-14")
    void sumUpTheTradeOffsInShortWithQuestionsAtTheEnd() {
        Document page = page("trade-offs");

        List<String> headings = page.select("article h2").eachText();
        assertThat(headings)
                .containsSubsequence(
                        "What was traded",
                        "How the interface was decided",
                        "With more time",
                        "Questions for the discussion");
        TreeSet<String> records = new TreeSet<>(page.select("a.decision").eachAttr("href"));
        assertThat(records).as("records that it leads to").hasSizeGreaterThanOrEqualTo(8);
        assertThat(section(page, "questions-for-the-discussion").split("\\?", -1).length - 1)
                .as("open questions")
                .isGreaterThanOrEqualTo(5);
        assertThat(page.select("article").text().split("\\s+", -1).length)
                .as("words")
                .isLessThan(900);
    }

    @Test
    @Verifies("DOC-1")
    void leadEachKindOfReaderFromTheOverview() {
        Document overview = page("index");

        assertThat(overview.select("table.paths tbody td:first-child").eachText())
                .containsExactly(
                        "decide",
                        "present",
                        "build on the interface",
                        "change the code",
                        "operate it",
                        "plan capacity",
                        "review security");
    }

    private Document page(String name) {
        assertThat(files.paths()).contains("spec/" + name + ".html");
        return Jsoup.parse(files.text("spec/" + name + ".html"));
    }

    /** The text of the section whose heading has this id. */
    private static String section(Document page, String id) {
        var heading = page.getElementById(id);
        assertThat(heading).as(id).isNotNull();
        return Objects.requireNonNull(Objects.requireNonNull(heading).parent()).text();
    }

    /** Without what the converter makes nicer. */
    private static String plain(String text) {
        return text.replace('’', '\'').replace("`", "");
    }
}
