package io.parley.site.page;

/**
 * A page before conversion.
 *
 * @param name file name without its ending; all pages lie in one directory
 * @param group heading of the navigation under which it stands
 * @param label what the navigation shows
 * @param place where its text comes from, for findings
 * @param source AsciiDoc with a title
 */
public record Page(String name, String group, String label, String place, String source) {

    /** Address, relative to any other page. */
    public String file() {
        return name + ".html";
    }

    static String titleOf(String source) {
        return source.lines().findFirst().orElse("").replaceFirst("^= ", "");
    }
}
