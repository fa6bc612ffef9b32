package io.parley.site.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.parley.evidence.Verifies;
import io.parley.evidence.browser.Chromium;
import io.parley.site.Generated;
import io.parley.site.Seeds;
import io.parley.site.data.Findings;
import io.parley.site.output.OutputFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Looks at every slide of every deck on its stage, and leaves a picture of each in {@code target/slides}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Verifies("DOC-11")
class SlidesTest {

    /** What sticks out of the stage, or is cut off or drawn over something else inside it; a pixel is rounding. */
    private static final String OVERFLOWS = """
            () => {
              const stage = document.querySelector('.reveal .slides').getBoundingClientRect();
              const slide = document.querySelector('.slides > section.present');
              const found = [];
              for (const element of slide.querySelectorAll('*')) {
                const box = element.getBoundingClientRect();
                if (box.width === 0 || box.height === 0 || element.closest('aside.notes')) continue;
                if (box.left < stage.left - 1 || box.top < stage.top - 1
                    || box.right > stage.right + 1 || box.bottom > stage.bottom + 1) {
                  found.push(element.tagName + ' ' + element.className + ' ' + Math.round(box.bottom - stage.top));
                }
              }
              const content = slide.querySelector('.slide-content');
              if (content && content.scrollHeight > content.clientHeight + 1) found.push('content is too high');
              const ages = slide.querySelector('.ages');
              const last = content && [...content.querySelectorAll('*')].map((e) => e.getBoundingClientRect().bottom);
              if (ages && Math.max(...last) > ages.getBoundingClientRect().top) found.push('text over the ages');
              for (const text of slide.querySelectorAll('svg text')) {
                const box = text.getBoundingClientRect();
                if (box.height > 0 && box.height < 15) found.push('small letters: ' + text.textContent);
              }
              return found;
            }
            """;

    private final OutputFiles files = Generated.files();
    private final SiteServer server = server();
    private final Chromium chromium = Chromium.launch();

    @AfterAll
    void stop() {
        chromium.close();
        server.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void keepsEverySlideOnItsStage(ColorScheme scheme) {
        for (String deck : decks()) {
            try (BrowserContext context = context(1280, 720, scheme)) {
                List<String> complaints = new ArrayList<>();
                List<String> overflows = new ArrayList<>();
                Page page = open(context, deck, complaints);
                for (int i = 0; i < slides(page); i++) {
                    page.evaluate("at => Reveal.slide(at)", i);
                    String picture = deck + "-" + (i + 1) + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT);
                    page.screenshot(
                            new Page.ScreenshotOptions().setPath(Path.of("target", "slides", picture + ".png")));
                    ((List<?>) page.evaluate(OVERFLOWS)).forEach(what -> overflows.add(picture + ": " + what));
                }
                assertThat(overflows).isEmpty();
                assertThat(complaints).isEmpty();
            }
        }
    }

    @Test
    void fitsAPhoneToo() {
        for (String deck : decks()) {
            try (BrowserContext context = context(390, 844, ColorScheme.LIGHT)) {
                List<String> complaints = new ArrayList<>();
                Page page = open(context, deck, complaints);
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target", "slides", deck + "-phone.png")));
                assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                        .isTrue();
                assertThat(complaints).isEmpty();
            }
        }
    }

    @Test
    void showsTheSpeakerWhatToSayAndForHowLong() {
        for (String deck : decks()) {
            try (BrowserContext context = context(1280, 720, ColorScheme.LIGHT)) {
                Page page = open(context, deck, new ArrayList<>());
                page.keyboard().press("n");
                page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "slides", deck + "-notes.png")));
                assertThat(page.locator(".speaker").innerText())
                        .matches("(?s)1 of [0-9]+ · [0-9]+:[0-9]{2} minutes.{20,}");
                page.keyboard().press("ArrowRight");
                assertThat(page.locator(".speaker").innerText()).startsWith("2 of ");
            }
        }
    }

    @Test
    void findsASlideThatIsTooFull() {
        try (BrowserContext context = context(1280, 720, ColorScheme.LIGHT)) {
            Page page = open(context, decks().get(0), new ArrayList<>());
            page.evaluate(
                    "() => { const tall = document.createElement('div'); tall.style.height = '900px'; tall.style.flex = 'none';"
                            + " tall.textContent = 'x'; document.querySelector('section.present').append(tall); }");
            Findings findings = new Findings();
            if (!((List<?>) page.evaluate(OVERFLOWS)).isEmpty()) {
                findings.add("slide", "does not fit its stage");
            }
            Seeds.assertCaught("slides fit their stage", "a slide that is too full", findings, "does not fit");
        }
    }

    private List<String> decks() {
        return files.paths().stream()
                .filter(path -> path.matches("slides/(?!index\\b).*(?<!-notes)\\.html"))
                .map(path -> path.replaceAll("slides/|\\.html", ""))
                .toList();
    }

    private BrowserContext context(int width, int height, ColorScheme scheme) {
        return chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        .setColorScheme(scheme));
    }

    private Page open(BrowserContext context, String deck, List<String> complaints) {
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (!message.type().equals("log")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.navigate(server.address() + "/slides/" + deck + ".html");
        page.waitForFunction("() => document.documentElement.classList.contains('ready')");
        return page;
    }

    private static int slides(Page page) {
        return (Integer) page.evaluate("() => Reveal.getTotalSlides()");
    }

    private SiteServer server() {
        try {
            return new SiteServer(files);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
