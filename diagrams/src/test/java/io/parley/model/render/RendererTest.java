package io.parley.model.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import io.parley.model.Element;
import io.parley.model.Model;
import io.parley.model.ModelReader;
import io.parley.model.RelationshipKind;
import io.parley.model.View;
import io.parley.model.ViewKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@Verifies("DOC-2")
class RendererTest {

    private static Model model = ModelReader.read(Path.of("workspace.dsl"));
    private static List<Picture> pictures = List.of();

    @BeforeAll
    static void drawAll() {
        pictures = new Renderer(id -> "component-" + id + ".html").renderAll(model);
    }

    @Test
    void drawsEveryViewLightAndDark() {
        assertThat(pictures)
                .extracting(Picture::fileName)
                .containsExactlyElementsOf(model.views().stream()
                        .flatMap(v -> List.of(v.key() + ".svg", v.key() + "-dark.svg").stream())
                        .toList());
    }

    @Test
    void drawsTheSameBytesAgain() {
        Model again = ModelReader.read(Path.of("workspace.dsl"));

        assertThat(new Renderer(id -> "component-" + id + ".html").renderAll(again))
                .isEqualTo(pictures);
    }

    @Test
    void drawsTheDarkPictureInOtherColoursOfTheSameSize() {
        for (int i = 0; i < pictures.size(); i += 2) {
            Picture light = pictures.get(i);
            Picture dark = pictures.get(i + 1);
            assertThat(colours(light)).isNotEmpty().doesNotContainAnyElementsOf(colours(dark));
            assertThat(dark.widthPixels()).isEqualTo(light.widthPixels());
        }
    }

    @Test
    void givesEveryPictureTitleDescriptionAndLegend() {
        for (Picture picture : pictures) {
            View view = model.view(picture.key());
            Document svg = parse(picture);
            assertThat(text(svg, "svg > title")).isEqualTo(view.title());
            assertThat(text(svg, "svg > desc")).isEqualTo(view.description()).isNotBlank();
            assertThat(text(svg, "svg > text")).contains(view.title());
            String legend = text(svg, "g.legend");
            assertThat(view.relationships())
                    .isNotEmpty()
                    .extracting(r -> r.kind())
                    .allSatisfy((RelationshipKind kind) -> assertThat(legend).contains(kind.label()));
            assertThat(Objects.requireNonNull(svg.selectFirst("svg")).attr("aria-labelledby"))
                    .contains(Objects.requireNonNull(svg.selectFirst("title")).id());
        }
    }

    @Test
    void namesAndLinksEveryElementOfTheView() {
        for (Picture picture : pictures) {
            Document svg = parse(picture);
            List<String> links = svg.select("a").eachAttr("href");
            for (String id : model.view(picture.key()).elements()) {
                Element element = model.element(id);
                assertThat(svg.text()).contains(element.name());
                assertThat(links).contains("component-" + element.subject() + ".html");
            }
        }
    }

    /** The column of a page is so wide in a window of 1280 pixels; a wider picture is drawn smaller. Slides have more room. */
    @Test
    void keepsItsWordsReadableInTheColumnOfAPage() {
        double column = 692;
        double sizeMin = 9.5;
        for (Picture picture :
                pictures.stream().filter(p -> !p.key().endsWith("-wide")).toList()) {
            double scale = Math.min(1, column / picture.widthPixels());
            double smallest = parse(picture).select("text[font-size]").eachAttr("font-size").stream()
                    .mapToDouble(Double::parseDouble)
                    .min()
                    .orElseThrow();
            assertThat(smallest * scale).as(picture.fileName()).isGreaterThan(sizeMin);
        }
    }

    @Test
    void drawsADataFlowWithItsZonesAndWhatItCarries() {
        Document svg = parse(new Renderer(id -> "").render(model, model.view("data-flow"), Scheme.LIGHT));

        assertThat(svg.select("text").eachText())
                .contains("device", "server", "stores", "operation", "Trust boundary", "program, traffic", "[Store]");
    }

    @Test
    void callsAPictureWithoutLinksAnImage() {
        Picture plain = new Renderer(id -> "").render(model, model.view("context"), Scheme.LIGHT);

        assertThat(plain.svg()).contains("role=\"img\"").doesNotContain("<a ");
        // The content of an image is hidden from assistive software: with links inside it has to be a group.
        assertThat(pictures).allSatisfy(p -> assertThat(p.svg()).contains("role=\"group\""));
    }

    @Test
    void drawsForASlideWithLargeLettersAndNothingAround() {
        for (View view : model.views()) {
            if (view.kind() == ViewKind.DATA_FLOW) {
                continue; // belongs to a page: it needs its data classes
            }
            Document slide = parse(new Renderer(id -> "").render(model, view, Scheme.LIGHT, Detail.SLIDE));

            assertThat(slide.select("g.legend, svg > text")).isEmpty();
            assertThat(text(slide, "svg > title")).isEqualTo(view.title());
            assertThat(slide.select("text[font-size]").eachAttr("font-size"))
                    .allSatisfy(size -> assertThat(Double.parseDouble(size)).isGreaterThanOrEqualTo(13));
        }
    }

    @Test
    void bringsNothingFromOutsideAndNothingThatRuns() {
        for (Picture picture : pictures) {
            Document svg = parse(picture);
            assertThat(picture.svg()).startsWith("<svg ").doesNotContain("<?", "<!", "parley:", "xlink");
            assertThat(svg.select("script, style, image, foreignObject, use, iframe"))
                    .isEmpty();
            assertThat(svg.getAllElements())
                    .allSatisfy(e -> assertThat(e.attributes().asList())
                            .allSatisfy(a -> assertThat(a.getKey()).doesNotStartWith("on"))
                            .filteredOn(a -> !a.getKey().equals("xmlns"))
                            .allSatisfy(a -> assertThat(a.getValue()).doesNotContain("//", "url(")));
        }
    }

    @Test
    void prefixesItsIdsSoThatPicturesShareAPage() {
        List<String> ids = pictures.stream()
                .flatMap(p -> parse(p).select("[id]").eachAttr("id").stream())
                .toList();

        assertThat(ids).doesNotHaveDuplicates().hasSize(3 * pictures.size());
    }

    private static Document parse(Picture picture) {
        return Jsoup.parse(picture.svg(), "", Parser.xmlParser());
    }

    private static String text(Document svg, String selector) {
        return svg.select(selector).text();
    }

    private static Set<String> colours(Picture picture) {
        return parse(picture).select("[fill]").eachAttr("fill").stream()
                .filter(fill -> fill.startsWith("#"))
                .collect(Collectors.toSet());
    }
}
