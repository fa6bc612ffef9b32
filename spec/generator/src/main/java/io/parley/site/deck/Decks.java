package io.parley.site.deck;

import io.parley.site.data.Findings;
import io.parley.site.data.Project;
import io.parley.site.html.SmallPage;
import io.parley.site.output.OutputFiles;
import io.parley.site.page.Blocks;
import io.parley.site.page.Measured;
import io.parley.site.text.Converter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All decks of the folder {@code slides}, what they need to run, and a page that lists them. */
public final class Decks {

    private static final Map<String, String> ASSETS = Map.of(
            "reveal.js", "/io/parley/site/deck/reveal/dist/reveal.js",
            "reveal.css", "/io/parley/site/deck/reveal/dist/reveal.css",
            "reveal-LICENSE.txt", "/io/parley/site/deck/reveal/LICENSE");

    private final Project project;
    private final Converter converter;
    private final Blocks blocks;
    private final Findings findings;

    public Decks(Project project, Converter converter, Blocks blocks, Findings findings) {
        this.project = project;
        this.converter = converter;
        this.blocks = blocks;
        this.findings = findings;
    }

    /** Adds the files of the decks. */
    public void put(OutputFiles files) throws IOException {
        Path folder = project.root().resolve("slides");
        for (Map.Entry<String, String> asset : ASSETS.entrySet()) {
            files.putResource("slides/" + asset.getKey(), asset.getValue());
        }
        for (String own : List.of("deck.css", "deck.js")) {
            files.put("slides/" + own, Files.readAllBytes(folder.resolve(own)));
        }
        List<DeckSource> decks = read(folder);
        for (DeckSource deck : decks) {
            String html = converter.slides(deck.place(), blocks.replace(deck.place(), deck.source()));
            DeckPage page = new DeckPage(deck, html, new Measured(project));
            files.put("slides/" + deck.name() + ".html", page.slides());
            files.put("slides/" + deck.name() + "-notes.html", page.notes());
        }
        files.put("slides/index.html", SmallPage.of("Slides", list(decks)));
    }

    private List<DeckSource> read(Path folder) throws IOException {
        List<DeckSource> decks = new ArrayList<>();
        try (Stream<Path> found = Files.list(folder)) {
            for (Path file : found.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".adoc")) {
                    decks.add(DeckSource.read(name.replace(".adoc", ""), Files.readString(file), findings));
                }
            }
        }
        return decks;
    }

    private static String list(List<DeckSource> decks) {
        StringBuilder out = new StringBuilder("<ul class=\"cards\">\n");
        for (DeckSource deck : decks) {
            out.append("<li><h2><a href=\"").append(deck.name()).append(".html\">");
            out.append(SmallPage.escape(deck.title())).append("</a></h2>\n<p>");
            out.append(SmallPage.escape(deck.summary())).append("</p>\n<p class=\"faint\">");
            out.append(deck.slides().size()).append(" slides, ").append(SlideTime.text(deck.time()));
            out.append(" min · <a href=\"").append(deck.name()).append("-notes.html\">speaker notes</a></p></li>\n");
        }
        return out.append(
                        "</ul>\n<p class=\"faint\">Arrow keys turn the slides. N shows the speaker's notes, L switches")
                .append(" between light and dark, F fills the screen, Esc shows all slides.</p>")
                .toString();
    }
}
