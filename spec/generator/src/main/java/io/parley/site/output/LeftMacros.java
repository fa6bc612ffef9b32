package io.parley.site.output;

import io.parley.site.data.Findings;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;

/**
 * Looks for macros that were printed instead of obeyed: the converter takes a name that it does not know for text. Listings,
 * names of tests and planted errors are passed over; they may quote anything.
 */
final class LeftMacros {

    private static final Pattern MACRO = Pattern.compile("(?<![\\w:/.-])[A-Za-z][\\w-]*::?[^\\s\\[\\]]*\\[[^\\]]*\\]");

    private static final String QUOTED = "pre, script, details.tests, .planted";

    private final Function<String, String> origin;
    private final Findings findings;

    /**
     * A check.
     *
     * @param origin where a text was written, as file and line; empty when it stands in no file as it is
     */
    LeftMacros(Function<String, String> origin, Findings findings) {
        this.origin = origin;
        this.findings = findings;
    }

    void check(String path, Document page) {
        Document prose = page.clone();
        prose.select(QUOTED).remove();
        String titles = String.join(" ", prose.select("[title]").eachAttr("title"));
        List<String> left = MACRO.matcher(prose.text() + " " + titles)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
        for (String macro : left) {
            String written = origin.apply(macro);
            findings.add(
                    written.isEmpty() ? path : written,
                    "no macro took " + macro + ", which " + path + " prints as it stands; is its name misspelt?");
        }
    }
}
