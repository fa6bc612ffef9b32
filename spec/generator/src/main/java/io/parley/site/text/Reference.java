package io.parley.site.text;

/**
 * A link that a macro becomes.
 *
 * @param text shown when the author gives none
 * @param title what a pointer that rests on it shows; may be empty
 * @param role class of the link
 */
record Reference(String href, String text, String title, String role) {}
