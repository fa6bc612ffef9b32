package io.parley.site.deck;

import io.parley.site.data.Findings;
import io.parley.site.text.UnitLint;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A deck as it was written.
 *
 * @param name of its file, without an ending
 * @param summary for whom it is and what it says, in one sentence
 * @param source the whole text
 */
record DeckSource(String name, String title, String summary, List<SlideSource> slides, String source) {

    /** The talk that the first source document asks for. */
    private static final Duration TIME_MIN = Duration.ofMinutes(10);

    private static final Duration TIME_MAX = Duration.ofMinutes(15);
    private static final int SLIDES_MIN = 12;
    private static final int SLIDES_MAX = 15;

    /** Reads a deck; what it lacks is a finding, and so is a talk that does not keep to its time. */
    static DeckSource read(String name, String source, Findings findings) {
        String place = place(name);
        new UnitLint(findings).check(place, source);
        List<SlideSource> slides = SlideSource.read(place, source, findings);
        DeckSource deck =
                new DeckSource(name, title(source), attribute(source, "summary"), List.copyOf(slides), source);
        if (deck.summary.isEmpty()) {
            findings.add(place, "summary is missing, expected for whom the deck is and what it says");
        }
        if (slides.size() < SLIDES_MIN || slides.size() > SLIDES_MAX) {
            findings.add(place, "slides=" + slides.size() + ", expected " + SLIDES_MIN + " to " + SLIDES_MAX);
        }
        if (deck.time().compareTo(TIME_MIN) < 0 || deck.time().compareTo(TIME_MAX) > 0) {
            findings.add(
                    place,
                    "time=" + SlideTime.text(deck.time()) + ", expected " + SlideTime.text(TIME_MIN) + " to "
                            + SlideTime.text(TIME_MAX));
        }
        return deck;
    }

    static String place(String name) {
        return "slides/" + name + ".adoc";
    }

    String place() {
        return place(name);
    }

    /** How long the whole talk takes. */
    Duration time() {
        return slides.stream().map(SlideSource::time).reduce(Duration.ZERO, Duration::plus);
    }

    private static String title(String source) {
        return source.lines().findFirst().orElse("").replaceFirst("^= ", "");
    }

    private static String attribute(String source, String name) {
        Matcher matcher = Pattern.compile("(?m)^:" + name + ":[ ]*(.*)$").matcher(source);
        return matcher.find() ? matcher.group(1).strip() : "";
    }
}
