package io.parley.site;

import io.parley.site.output.OutputFiles;

/** The decks. */
final class Slides {

    private Slides() {}

    static void put(OutputFiles files) {
        files.put("slides/index.html", SmallPage.of("Slides", "<p class=\"notice\">No deck is written yet.</p>"));
    }
}
