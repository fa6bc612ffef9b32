package io.parley.model.render;

/** How much a picture says. */
public enum Detail {
    /** Names, kinds, technologies and descriptions, with title and legend: for a page. */
    FULL,
    /** Names and technologies in large letters and nothing around them: for a slide, which has a title of its own. */
    SLIDE
}
