/** Makes the decks: slides from AsciiDoc, their notes with times, and a list of all decks. */
@NullMarked
package io.parley.site.deck;

import org.jspecify.annotations.NullMarked;
