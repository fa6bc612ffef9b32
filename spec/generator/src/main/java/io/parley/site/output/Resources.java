package io.parley.site.output;

import io.parley.site.data.Findings;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** What a browser loads must lie in the output; only a reader follows a link to another host. */
final class Resources {

    private static final Pattern SCHEME = Pattern.compile("([a-z][a-z0-9+.-]*:|//).*", Pattern.CASE_INSENSITIVE);
    private static final Pattern OF_STYLE = Pattern.compile("(?:url\\(|@import)\\s*['\"]?([^'\")\\s]+)");
    private static final Pattern INLINE_PICTURE = Pattern.compile("data:image/");
    private static final Set<String> LOADING = Set.of("src", "href", "xlink:href", "srcset", "poster", "data");
    private static final Set<String> SHOWN = Set.of("title", "alt", "aria-label");
    private static final Set<String> TEXTS = Set.of("css", "js", "json", "svg");

    /** Checked as pages and as a document, or shown as they are. */
    private static final Set<String> OTHERS = Set.of("html", "pdf", "txt");

    private final OutputFiles files;
    private final Findings findings;

    Resources(OutputFiles files, Findings findings) {
        this.files = files;
        this.findings = findings;
    }

    /** Checks a file that is no page. */
    void file(String path) {
        String kind = path.substring(path.lastIndexOf('.') + 1);
        if (TEXTS.contains(kind)) {
            Addresses.ofText(files.text(path)).forEach(address -> foreign(path, address));
        } else if (!OTHERS.contains(kind)) {
            findings.add(path, "is of a kind that no rule reads");
        }
        if (kind.equals("css")) {
            Matcher matcher = OF_STYLE.matcher(files.text(path));
            while (matcher.find()) {
                if (!mayHoldPictures(path)
                        || !INLINE_PICTURE.matcher(matcher.group(1)).lookingAt()) {
                    resource(path, matcher.group(1));
                }
            }
        } else if (kind.equals("svg")) {
            Jsoup.parse(files.text(path), "", Parser.xmlParser())
                    .getAllElements()
                    .forEach(each -> element(path, each));
        }
    }

    /** The server's policy lets only slides show them: reveal.js has some. */
    private static boolean mayHoldPictures(String path) {
        return path.startsWith("slides/");
    }

    /** Checks the attributes of an element of a page or a drawing. */
    void element(String path, Element element) {
        for (Attribute attribute : element.attributes()) {
            String key = attribute.getKey();
            if (SHOWN.contains(key) || isLinkOfReaders(element, key)) {
                continue;
            }
            Addresses.ofAttribute(attribute.getValue()).forEach(address -> foreign(path, address));
            if (LOADING.contains(key) && !attribute.getValue().startsWith("#")) {
                resource(path, attribute.getValue());
            }
        }
    }

    private static boolean isLinkOfReaders(Element element, String key) {
        return element.normalName().equals("a") && (key.equals("href") || key.equals("xlink:href"));
    }

    private void resource(String place, String address) {
        if (SCHEME.matcher(address).matches()) {
            foreign(place, address);
            return;
        }
        String target = OutputFiles.resolve(place, address);
        if (target == null || !files.contains(target)) {
            findings.add(place, "loads " + address + ", which does not exist");
        }
    }

    private void foreign(String place, String address) {
        findings.add(place, "loads " + address + " from elsewhere");
    }
}
