package io.parley.site.output;

import io.parley.site.data.Findings;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Checks the finished files: links and anchors lead somewhere, ids stand once, pictures have a text, nothing is loaded from
 * elsewhere, no macro is printed as text, and nothing needs a content security policy that allows inline code.
 */
public final class OutputCheck {

    private static final Pattern SCHEME = Pattern.compile("([a-z][a-z0-9+.-]*:|//).*", Pattern.CASE_INSENSITIVE);

    private final OutputFiles files;
    private final Map<String, Document> pages = new TreeMap<>();
    private final Map<String, Set<String>> ids = new HashMap<>();
    private final Findings findings;
    private final Resources resources;
    private final LeftMacros macros;

    /**
     * A check of some files.
     *
     * @param origin where a text was written, as file and line; empty when it stands in no file as it is
     */
    public OutputCheck(OutputFiles files, Function<String, String> origin, Findings findings) {
        this.files = files;
        this.findings = findings;
        this.resources = new Resources(files, findings);
        this.macros = new LeftMacros(origin, findings);
        for (String path : files.paths()) {
            if (path.endsWith(".html")) {
                pages.put(path, Jsoup.parse(files.text(path)));
            }
        }
    }

    /** Adds a finding for whatever does not hold. */
    public void check() {
        pages.forEach((name, page) -> ids.put(name, collectIds(name, page)));
        pages.forEach((name, page) -> {
            page.select("a[href]").forEach(link -> link(name, link.attr("href")));
            for (Element element : page.getAllElements()) {
                resources.element(name, element);
                inlineCode(name, element);
            }
            pictures(name, page);
            macros.check(name, page);
            if (page.select("h1").size() != 1) {
                findings.add(name, "has " + page.select("h1").size() + " titles, expected one");
            }
        });
        for (String path : files.paths()) {
            resources.file(path);
            if (path.endsWith(".pdf")) {
                document(path);
            }
        }
    }

    private Set<String> collectIds(String name, Document page) {
        Set<String> seen = new HashSet<>();
        for (Element element : page.select("[id]")) {
            if (!seen.add(element.id())) {
                findings.add(name, "the id " + element.id() + " stands twice");
            }
        }
        return seen;
    }

    private void link(String page, String href) {
        if (SCHEME.matcher(href).matches()) {
            if (!href.startsWith("https://")) {
                findings.add(page, "the link " + href + " has an unexpected scheme");
            }
            return;
        }
        int hash = href.indexOf('#');
        String file = hash < 0 ? href : href.substring(0, hash);
        String target = file.isEmpty() ? page : OutputFiles.resolve(page, file);
        if (target == null || !files.contains(target)) {
            findings.add(page, "the link " + href + " leads nowhere");
        } else if (hash >= 0 && !ids.getOrDefault(target, Set.of()).contains(anchor(href.substring(hash + 1)))) {
            findings.add(page, "the anchor of " + href + " does not exist");
        }
    }

    /** A deck finds its slides by a slash before their id. */
    private static String anchor(String fragment) {
        return fragment.startsWith("/") ? fragment.substring(1) : fragment;
    }

    private void inlineCode(String page, Element element) {
        boolean script = element.normalName().equals("script") && !element.hasAttr("src");
        boolean handler = element.attributes().asList().stream()
                .anyMatch(attribute -> attribute.getKey().startsWith("on"));
        if (script || handler || element.normalName().equals("style") || element.hasAttr("style")) {
            findings.add(page, "has inline code or style: " + element.cssSelector());
        }
    }

    private void pictures(String page, Document document) {
        for (Element image : document.select("img")) {
            if (image.attr("alt").isBlank()) {
                findings.add(page, "the image " + image.attr("src") + " has no text for who cannot see it");
            }
        }
        for (Element svg : document.select("svg:not([aria-hidden])")) {
            Element title = svg.selectFirst("> title");
            if (svg.attr("role").isEmpty() || title == null || title.text().isBlank()) {
                findings.add(page, "a drawing has no title for who cannot see it");
            }
        }
    }

    /** Read as a reader does: as bytes, what a PDF links to is packed. */
    private void document(String path) {
        try (PDDocument pdf = Loader.loadPDF(files.bytes(path))) {
            for (PDPage page : pdf.getPages()) {
                page.getAnnotations().forEach(annotation -> leadsOut(path, annotation));
            }
        } catch (IOException e) {
            findings.add(path, "cannot be read: " + e.getMessage());
        }
    }

    /** A place inside the document has no address. */
    private void leadsOut(String path, PDAnnotation annotation) {
        if (annotation instanceof PDAnnotationLink link
                && link.getAction() instanceof PDActionURI action
                && !action.getURI().startsWith("https://")) {
            findings.add(path, "the link " + action.getURI() + " leads out of the document");
        }
    }
}
