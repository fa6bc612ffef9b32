package io.parley.site.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import io.parley.site.data.Findings;
import io.parley.site.page.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class BookTest {

    private static final int SHEETS_BEFORE_CHAPTERS = 2;

    private final Findings findings = new Findings();

    @Test
    @Verifies("DOC-1")
    void holdsAPartForEachGroupAndAChapterForEachPage() throws IOException {
        try (PDDocument book = book(
                chapter("index", "Overview", "In five minutes", "<h1>Parley</h1><p>All of it.</p>"),
                chapter("limits", "Reference", "Limits", "<h1>Bounds</h1><p>Each bound.</p>"),
                chapter("errors", "Reference", "Errors", "<h1>Errors</h1><p>Each error.</p>"))) {
            assertThat(bookmarks(book.getDocumentCatalog().getDocumentOutline().children()))
                    .containsExactly("Overview: In five minutes", "Reference: Limits, Errors");
            assertThat(book.getNumberOfPages()).isEqualTo(SHEETS_BEFORE_CHAPTERS + 3);
            assertThat(text(book, 1)).contains("Parley", "Built from a test.");
            assertThat(text(book, 2)).contains("Contents").containsPattern("Limits[ .]*4");
            // The heading is what the navigation shows.
            assertThat(text(book, 4))
                    .contains("Reference", "Limits", "Each bound.")
                    .doesNotContain("Bounds");
        }
        assertThat(findings.all()).isEmpty();
    }

    @Test
    @Verifies("DOC-1")
    void leadsToThePlaceInTheBookThatALinkOfTheSiteMeans() throws IOException {
        try (PDDocument book = book(
                chapter(
                        "index",
                        "Overview",
                        "Overview",
                        "<h1>O</h1><p><a href=\"limits.html#page\">far</a> <a href=\"#here\">near</a></p><h2 id=\"here\">H</h2>"),
                chapter("limits", "Reference", "Limits", "<h1>L</h1><p id=\"page\">Entries of a page.</p>"))) {
            assertThat(targets(book, 3)).containsExactly(4, 3);
        }
        assertThat(findings.all()).isEmpty();
    }

    @Test
    void leavesTheWordsOfALinkToWhatIsNotOnPaper() throws IOException {
        try (PDDocument book = book(chapter(
                "index",
                "Overview",
                "Overview",
                "<h1>O</h1><p><a href=\"rules.html\">rules</a> and <a href=\"../slides/index.html\">slides</a></p>"))) {
            assertThat(text(book, 3)).contains("rules and slides");
            assertThat(targets(book, 3)).isEmpty();
        }
        assertThat(findings.all()).isEmpty();
    }

    @Test
    void findsALinkThatLeadsNowhere() throws IOException {
        book(chapter("index", "Overview", "Overview", "<h1>O</h1><p><a href=\"limits.html#gone\">gone</a></p>"))
                .close();

        assertComplaint("#limits.gone");
    }

    @Test
    void findsWhatTheRendererComplainsOf() throws IOException {
        book(chapter("index", "Overview", "Overview", "<h1>O</h1><p style=\"width: wide\">Text.</p>"))
                .close();

        assertComplaint("wide");
    }

    @Test
    void countsTestsInsteadOfListingThem() throws IOException {
        String tests = "<details class=\"tests\"><summary>2 of 2 passed</summary><ul><li>LoginTest</li></ul></details>";
        try (PDDocument book = book(chapter("index", "Overview", "Overview", "<h1>O</h1>" + tests))) {
            assertThat(text(book, 3)).contains("2 of 2 tests passed").doesNotContain("LoginTest");
        }
    }

    /** Between elements a line may break. */
    @Test
    void takesPunctuationIntoWhatItStandsBeside() {
        Chapter chapter = chapter(
                "index",
                "Overview",
                "Overview",
                "<h1>O</h1><p>One (<a href=\"#a\">a</a>). Two <em>b</em>, three <span>c</span>; <a href=\"#d\">d</a> (e) (<a href=\"#f\"><b>f</b></a>).</p>");

        assertThat(Paper.of(chapter).select("a, em, span").eachText()).containsExactly("(a).", "b,", "c;", "d", "(f).");
        assertThat(Paper.of(chapter).expectFirst("p").text()).isEqualTo("One (a). Two b, three c; d (e) (f).");
        // A line may break between two texts as well.
        assertThat(Paper.of(chapter).select("a, em, span")).allMatch(element -> element.childNodeSize() == 1);
    }

    @Test
    void drawsALightDiagramThatFitsOnItsSheetWithTheHeading() throws IOException {
        String drawing = "<svg viewBox=\"0 0 900 3000\" width=\"900\" height=\"3000\"></svg>";
        Chapter chapter = chapter(
                "index",
                "Overview",
                "Overview",
                "<h1>O</h1><h2>View</h2><figure><div class=\"on-light\">" + drawing + "</div><div class=\"on-dark\">"
                        + drawing + "</div></figure>");

        assertThat(Paper.of(chapter).select("svg").eachAttr("style"))
                .containsExactly("width: 168.0pt; height: 560.0pt");
        try (PDDocument book = book(chapter)) {
            assertThat(book.getNumberOfPages()).isEqualTo(SHEETS_BEFORE_CHAPTERS + 1);
        }
        assertThat(findings.all()).isEmpty();
    }

    @Test
    void embedsItsLetters() throws IOException {
        try (PDDocument book = book(chapter(
                "index",
                "Overview",
                "Overview",
                "<h1>O</h1><p><b>10⁹</b>, <em>a → b</em>, <code>≤ 1\u202f000</code></p>"))) {
            PDPage page = book.getPage(2);
            for (var name : page.getResources().getFontNames()) {
                PDFont font = page.getResources().getFont(name);
                assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                assertThat(font.getName()).contains("DejaVu");
            }
            assertThat(text(book, 3)).contains("10⁹", "a → b", "≤ 1\u202f000");
        }
        assertThat(findings.all()).isEmpty();
    }

    private void assertComplaint(String about) {
        assertThat(findings.all()).hasSize(1).allSatisfy(finding -> assertThat(finding)
                .startsWith("the book: ")
                .contains(about));
    }

    private PDDocument book(Chapter... chapters) throws IOException {
        return Loader.loadPDF(Book.pdf(List.of(chapters), "Built from a test.", findings));
    }

    private static Chapter chapter(String name, String group, String label, String html) {
        return new Chapter(
                new Page(name, group, label, name, ""),
                Jsoup.parse("<article>" + html + "</article>").expectFirst("article"));
    }

    private static String text(PDDocument book, int sheet) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(sheet);
        stripper.setEndPage(sheet);
        return stripper.getText(book);
    }

    private static List<String> bookmarks(Iterable<PDOutlineItem> parts) {
        List<String> lines = new ArrayList<>();
        for (PDOutlineItem part : parts) {
            List<String> chapters = new ArrayList<>();
            part.children().forEach(chapter -> chapters.add(chapter.getTitle()));
            lines.add(part.getTitle() + ": " + String.join(", ", chapters));
        }
        return lines;
    }

    /** The sheets that the links of a sheet lead to. */
    private static List<Integer> targets(PDDocument book, int sheet) throws IOException {
        List<Integer> targets = new ArrayList<>();
        for (PDAnnotation annotation : book.getPage(sheet - 1).getAnnotations()) {
            PDActionGoTo action = (PDActionGoTo) ((PDAnnotationLink) annotation).getAction();
            targets.add(((PDPageDestination) action.getDestination()).retrievePageNumber() + 1);
        }
        return targets;
    }
}
