package io.parley.conversation.web;

import io.parley.log.Content;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The content of a message in JSON.
 *
 * @param type {@code text}
 * @param text 1 … 16 384 UTF-8 bytes, not blank
 */
@Schema(name = "Content", description = "What a message says.")
public record ContentView(@Schema(allowableValues = "text") String type, String text) {

    static ContentView of(Content.Text content) {
        return new ContentView("text", content.text());
    }
}
