package io.parley.site.page;

import io.parley.capacity.scenario.Origin;
import io.parley.evidence.CatalogueEntry;
import io.parley.site.text.Adoc;
import java.util.List;
import java.util.function.UnaryOperator;

/** Small pieces of AsciiDoc that generated pages share. */
final class Markup {

    private Markup() {}

    static String requirement(String id) {
        return "req:" + id + "[]";
    }

    /** The profiles of an entry; one word when it is for every profile. */
    static String profiles(CatalogueEntry entry, int profileCount) {
        return entry.profiles().size() == profileCount ? "all" : String.join(", ", entry.profiles());
    }

    static String element(String id) {
        return "el:" + id + "[]";
    }

    static String decision(String number) {
        return "adr:" + number + "[]";
    }

    /** Where a number of the capacity model comes from; results and limits are linked. */
    static String origin(Origin origin) {
        String word = origin.word() + ": ";
        if (origin instanceof Origin.Measured measured) {
            return word + "result:" + measured.result() + "[" + measured.result() + "]";
        }
        if (origin instanceof Origin.Decided decided) {
            return word + "limit:" + decided.limit() + "[" + decided.limit() + "]";
        }
        return word + Adoc.text(origin.text());
    }

    /** The items, each turned into markup, with commas between; a dash for none. */
    static String list(List<String> items, UnaryOperator<String> markup) {
        return Adoc.list(items, markup);
    }

    /** Opens a table of data; end it with {@code |===}. */
    static String table(String role, String columns, String... headings) {
        return Adoc.table(role, columns, headings);
    }
}
