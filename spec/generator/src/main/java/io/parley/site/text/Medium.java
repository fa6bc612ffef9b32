package io.parley.site.text;

/** What a text becomes; macros print themselves accordingly. */
enum Medium {
    /** A page of the site, next to all others in one folder. */
    SITE,
    /** A deck, in a folder beside the site's. */
    DECK
}
