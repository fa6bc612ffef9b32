package io.parley.site.deck;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times of a talk, written as minutes and seconds. */
final class SlideTime {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,2}):([0-5][0-9])");

    private SlideTime() {}

    /** Reads {@code 1:05}; empty for another form. */
    static Optional<Duration> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(Duration.ofMinutes(Long.parseLong(matcher.group(1)))
                        .plusSeconds(Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }

    static String text(Duration time) {
        return String.format(Locale.ROOT, "%d:%02d", time.toMinutes(), time.toSecondsPart());
    }
}
