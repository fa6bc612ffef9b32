package io.parley.site.html;

import io.parley.site.page.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the search field looks through: one entry per section, and one per row that carries an anchor. A script rather than
 * a data file, because a page that is opened from a file may load scripts only.
 */
public final class SearchIndex {

    private static final int TEXT_CHARACTERS_MAX = 4000;
    /** Its rows repeat those of the catalogue. */
    private static final String REPEATS = "traceability";

    /** Nobody searches for one, and no script of the output may name one. */
    private static final Pattern ADDRESS = Pattern.compile("\\b(?:https?|wss?):\\S*");

    private final List<Map<String, String>> entries = new ArrayList<>();

    /** Adds the sections of a finished page. */
    public void add(Page page, Document document) {
        Element article = document.expectFirst("article").clone();
        article.select("svg, details, .filter").remove();
        if (!page.name().equals(REPEATS)) {
            for (Element row : article.select("tr:has(td:first-child a[id])")) {
                String id = row.expectFirst("a[id]").id();
                add(page, "#" + id, row.expectFirst("td").text(), row.text());
            }
        }
        article.select("table:has(td:first-child a[id])").remove();
        for (Element section : article.select("div.sect1")) {
            Element heading = section.expectFirst("h2");
            add(page, "#" + heading.id(), heading.text(), section.text());
            section.remove();
        }
        add(page, "", "", article.text());
    }

    /** The script that sets {@code parleySearch}. */
    public String script() {
        // "</" could end a script element if the file were ever inlined.
        return "window.parleySearch = "
                + JsonMapper.shared().writeValueAsString(entries).replace("</", "<\\/") + ";\n";
    }

    private void add(Page page, String anchor, String heading, String text) {
        String body = ADDRESS.matcher(text).replaceAll("");
        Map<String, String> entry = new TreeMap<>();
        entry.put("u", page.file() + anchor);
        entry.put("p", page.label());
        entry.put("g", page.group());
        entry.put("h", heading);
        entry.put("b", body.length() > TEXT_CHARACTERS_MAX ? body.substring(0, TEXT_CHARACTERS_MAX) : body);
        entries.add(entry);
    }
}
