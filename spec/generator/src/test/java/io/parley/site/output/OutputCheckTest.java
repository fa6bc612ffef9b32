package io.parley.site.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import io.parley.site.Seeds;
import io.parley.site.data.Findings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Verifies("QG-8")
class OutputCheckTest {

    private static final String SOUND = """
            <h1 id="top">One</h1><a href="two.html#there">two</a><a href="#top">top</a>
            <a href="https://www.rfc-editor.org/rfc/rfc9457">a standard</a>
            <a href="../slides/deck.html#there">a deck</a>
            <img src="picture.svg" alt="a picture"><svg role="img"><title>drawing</title></svg>
            """;

    @Test
    void isSilentOnASoundSite() {
        assertThat(check("spec/one.html", SOUND).all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            links and anchors exist           | a link to a page that is not there  | <a href="three.html">x</a>                  | three.html leads nowhere
            links and anchors exist           | a link to an anchor that is not there | <a href="two.html#gone">x</a>             | two.html#gone does not exist
            links and anchors exist           | a link to an anchor of its own page | <a href="#gone">x</a>                       | #gone does not exist
            links and anchors exist           | a link into a folder that is not there | <a href="../deck/deck.html">x</a>        | ../deck/deck.html leads nowhere
            links and anchors exist           | a link to an anchor of another part that is not there | <a href="../slides/deck.html#gone">x</a> | ../slides/deck.html#gone does not exist
            links and anchors exist           | a link out of the output            | <a href="../../README.html">x</a>           | ../../README.html leads nowhere
            links and anchors exist           | a link by an unsafe scheme          | <a href="javascript:x()">x</a>              | unexpected scheme
            ids stand once                    | the same id twice                   | <p id="a"></p><p id="a"></p>                | the id a stands twice
            pictures have a text              | an image without a text             | <img src="picture.svg" alt="">              | picture.svg has no text
            pictures have a text              | a drawing without a title           | <svg role="img"></svg>                      | no title
            pictures have a text              | a drawing without a role            | <svg><title>x</title></svg>                 | no title
            nothing is loaded from elsewhere  | a script of another host            | <script src="https://cdn.example/x.js"></script> | loads https://cdn.example/x.js from elsewhere
            nothing is loaded from elsewhere  | an image without a scheme           | <img src="//cdn.example/x.png" alt="x">     | loads //cdn.example/x.png from elsewhere
            nothing is loaded from elsewhere  | a style sheet of another host       | <link rel="stylesheet" href="http://cdn.example/x.css"> | from elsewhere
            nothing is loaded from elsewhere  | a picture inside the page's text    | <img src="data:image/png;base64,AA" alt="x"> | from elsewhere
            what is loaded exists             | an image that is not there          | <img src="gone.svg" alt="x">                | loads gone.svg, which does not exist
            nothing is loaded from elsewhere  | a picture that a slide loads late   | <section data-background-image="https://cdn.example/x.png"></section> | loads https://cdn.example/x.png from elsewhere
            nothing is loaded from elsewhere  | the second of two widths of a picture | <img src="picture.svg" alt="x" sizes="1px" imagesrcset="picture.svg 1x, //cdn.example/x.svg 2x"> | loads //cdn.example/x.svg from elsewhere
            nothing is loaded from elsewhere  | a link that tells a third who follows it | <a href="two.html" ping="https://count.example/x">x</a> | loads https://count.example/x from elsewhere
            nothing is loaded from elsewhere  | a page that leads on by itself      | <meta http-equiv="refresh" content="0;url=https://cdn.example/"> | loads https://cdn.example/ from elsewhere
            no macro is printed as text       | a misspelt macro                    | <p>at most limt:page.entries-max[] at once</p> | pages/two.adoc:7: no macro took limt:page.entries-max[], which spec/one.html prints as it stands
            no macro is printed as text       | a misspelt macro in code            | <p><code>reslt:spike.p50[]</code></p>       | spec/one.html: no macro took reslt:spike.p50[]
            no macro is printed as text       | a misspelt macro of a block         | <p>diagramm::containers[]</p>               | no macro took diagramm::containers[]
            no macro is printed as text       | a macro in a title that shows itself | <p><abbr title="see req:MSG-17[]">x</abbr></p> | no macro took req:MSG-17[]
            no inline code or style           | a style attribute                   | <p style="color:red"></p>                   | inline code or style
            no inline code or style           | a style element                     | <style>p{}</style>                          | inline code or style
            no inline code or style           | a script element with text          | <script>x()</script>                        | inline code or style
            no inline code or style           | an event handler                    | <p onclick="x()"></p>                       | inline code or style
            a page has one title              | a second title                      | <h1>Two</h1>                                | has 2 titles
            """)
    void findsWhatIsPlantedInAPage(String rule, String seed, String html, String message) {
        Seeds.assertCaught(rule, seed, check("spec/one.html", SOUND + html), message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a font in the style sheet             | spec/x.css  | @font-face { src: url('https://fonts.example/a.woff2') }
            an import in the style sheet          | spec/x.css  | @import "//fonts.example/a.css";
            a picture in a style sheet but that of slides | spec/x.css | p { background: url('data:image/png;base64,AA') }
            a script that fetches a script        | spec/x.js   | element.src = 'https://cdn.example/a.js';
            a script that imports a script        | spec/x.js   | import('https://cdn.example/a.js')
            a script with an address in a table   | spec/x.js   | const places = { data: `//cdn.example/a.json` };
            a script that joins an address        | spec/x.js   | load('https:' + host + '/a.js')
            a script that opens a socket          | spec/x.js   | new WebSocket("wss://push.example/ws")
            an address below the authors' names   | spec/x.js   | /*! see https://lib.example */ load('http://lib.example/a.js')
            an address in data                    | spec/x.json | { "next": "https://cdn.example/page" }
            an address in data without its scheme | spec/x.json | { "next": "//cdn.example/page" }
            a picture inside a drawing            | spec/x.svg  | <svg xmlns="http://www.w3.org/2000/svg"><image href="https://cdn.example/a.png"/></svg>
            a style sheet of a drawing            | spec/x.svg  | <?xml-stylesheet href="https://cdn.example/a.css"?><svg xmlns="http://www.w3.org/2000/svg"/>
            """)
    void findsWhatIsPlantedInAFileThatIsNoPage(String seed, String file, String text) {
        Seeds.assertCaught("nothing is loaded from elsewhere", seed, check(file, text), "from elsewhere");
    }

    @Test
    void findsAFileOfAKindThatNoRuleReads() {
        Seeds.assertCaught(
                "nothing is loaded from elsewhere",
                "a file of a kind that no rule reads",
                check("spec/x.swf", ""),
                "kind");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            spec/x.js   | /*! library 1.0, https://lib.example */ draw('http://www.w3.org/2000/svg', 1 // 2
            spec/x.css  | /* https://lib.example */ p { background: url('picture.svg') }
            spec/x.json | { "part": "one.html#top", "ratio": "1//2" }
            spec/x.svg  | <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"/>
            """)
    void takesVocabulariesAndTheNamesOfAuthorsForNoAddress(String file, String text) {
        assertThat(check(file, text).all()).isEmpty();
    }

    @Test
    void findsALinkOfTheBookThatLeadsOutOfIt() throws IOException {
        Findings sound = check("spec/book.pdf", bookWithALinkTo("https://www.rfc-editor.org/rfc/rfc9457"));
        Findings planted = check("spec/book.pdf", bookWithALinkTo("limits.html#page.entries-max"));

        assertThat(sound.all()).isEmpty();
        Seeds.assertCaught("links of the PDF stay in it", "a link to a page", planted, "leads out of the document");
    }

    /** Saved like the real one: its links are packed. */
    private static byte[] bookWithALinkTo(String address) throws IOException {
        PDActionURI action = new PDActionURI();
        action.setURI(address);
        PDAnnotationLink link = new PDAnnotationLink();
        link.setAction(action);
        PDPage page = new PDPage();
        page.setAnnotations(List.of(link));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument book = new PDDocument()) {
            book.addPage(page);
            book.save(out);
        }
        return out.toByteArray();
    }

    @Test
    void findsABookThatCannotBeRead() {
        Seeds.assertCaught(
                "links of the PDF stay in it", "half a PDF", check("spec/book.pdf", "%PDF-"), "cannot be read");
    }

    private static Findings check(String name, String text) {
        return check(name, (name.endsWith(".html") ? page(text) : text).getBytes(StandardCharsets.UTF_8));
    }

    private static Findings check(String name, byte[] content) {
        OutputFiles files = new OutputFiles();
        if (!name.equals("spec/one.html")) {
            files.put("spec/one.html", page(SOUND));
        }
        files.put("slides/deck.html", page("<h1 id=\"there\">Deck</h1><a href=\"../spec/two.html#there\">two</a>"));
        files.put("spec/two.html", page("<h1 id=\"there\">Two</h1>"));
        files.put("spec/picture.svg", "");
        files.put(name, content);
        Findings findings = new Findings();
        new OutputCheck(files, left -> left.startsWith("limt") ? "pages/two.adoc:7" : "", findings).check();
        return findings;
    }

    private static String page(String body) {
        return "<!DOCTYPE html><html lang=\"en\"><head><title>x</title></head><body>" + body + "</body></html>";
    }
}
