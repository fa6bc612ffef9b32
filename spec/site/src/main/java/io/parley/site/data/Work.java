package io.parley.site.data;

/**
 * A published work that pages cite with {@code cite:<id>[]}.
 *
 * @param kind heading of the list under which it stands
 * @param published where
 * @param link https, to the publisher or a lasting address
 * @param takes what Parley takes from it
 */
public record Work(
        String id, String kind, String authors, String title, int year, String published, String link, String takes) {

    /** Authors and year, as a sentence cites it. */
    public String citation() {
        return authors + ", " + year;
    }
}
