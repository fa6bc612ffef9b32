package io.parley.site.deck;

import io.parley.site.data.Findings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A slide as it was written: {@code [#id,time="0:50"]}, a heading, and text with a block of the role {@code notes}.
 *
 * @param time how long the speaker stays on it
 * @param text below the heading, notes included
 */
record SlideSource(String id, Duration time, String title, String text) {

    private static final Pattern SLIDE = Pattern.compile("(?m)^(\\[[^\\n]*\\]\\n)?== ([^\\n]+)\\n");
    private static final Pattern ID = Pattern.compile("#([a-z0-9-]+)");
    private static final Pattern TIME = Pattern.compile("time=\"([^\"]*)\"");
    private static final String NOTES = "\n[.notes]\n";

    /** The slides of a deck; a slide without an id, a time or notes is a finding. */
    static List<SlideSource> read(String place, String deck, Findings findings) {
        List<SlideSource> slides = new ArrayList<>();
        Matcher matcher = SLIDE.matcher(deck);
        boolean found = matcher.find();
        while (found) {
            String attributes = matcher.group(1) == null ? "" : matcher.group(1);
            String title = matcher.group(2);
            int begin = matcher.end();
            found = matcher.find();
            String text = deck.substring(begin, found ? matcher.start() : deck.length());
            Duration time = SlideTime.parse(group(TIME, attributes)).orElse(Duration.ZERO);
            String slide = place + ", \"" + title + "\"";
            if (group(ID, attributes).isEmpty()) {
                findings.add(slide, "has no id, expected [#id,time=\"0:50\"] above its heading");
            }
            if (time.isZero()) {
                findings.add(slide, "has no time, expected one such as time=\"0:50\"");
            }
            if (!text.contains(NOTES)) {
                findings.add(slide, "has no speaker notes, expected a block of the role notes");
            }
            slides.add(new SlideSource(group(ID, attributes), time, title, text));
        }
        return List.copyOf(slides);
    }

    /** What the audience sees. */
    String shown() {
        int notes = text.indexOf(NOTES);
        return notes < 0 ? text : text.substring(0, notes);
    }

    private static String group(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }
}
