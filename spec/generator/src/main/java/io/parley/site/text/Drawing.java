package io.parley.site.text;

/**
 * A view of the model, drawn for each medium.
 *
 * @param figure HTML of a page: both colour schemes, of which the style sheet shows one
 * @param slide HTML of a slide: the same with few words in large letters
 */
public record Drawing(String figure, String slide) {}
