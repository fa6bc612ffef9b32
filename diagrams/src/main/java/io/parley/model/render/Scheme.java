package io.parley.model.render;

/** The two colour schemes of every picture. */
public enum Scheme {
    LIGHT,
    DARK
}
