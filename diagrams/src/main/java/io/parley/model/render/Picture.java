package io.parley.model.render;

/**
 * A drawn view.
 *
 * @param key key of the view
 * @param title heading inside the picture and its accessible name
 * @param description one sentence, its accessible description
 * @param svg an {@code <svg>} element for inline use in HTML: no prolog, no script, no outside reference but the links
 *     that were asked for, ids prefixed with key and scheme
 * @param widthPixels natural width
 * @param heightPixels natural height
 */
public record Picture(
        String key, Scheme scheme, String title, String description, String svg, int widthPixels, int heightPixels) {

    /** File name such as {@code components-dark.svg}; the light one is {@code components.svg}. */
    public String fileName() {
        return scheme == Scheme.LIGHT ? key + ".svg" : key + "-dark.svg";
    }
}
