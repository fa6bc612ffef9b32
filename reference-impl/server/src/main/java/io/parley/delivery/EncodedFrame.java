package io.parley.delivery;

import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;

/**
 * A frame as it goes over the wire, encoded once for all its recipients.
 *
 * @param bytes of its UTF-8 form
 */
record EncodedFrame(String text, int bytes) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static EncodedFrame of(ServerFrame frame) {
        String text = JSON.writerFor(ServerFrame.class).writeValueAsString(frame);
        return new EncodedFrame(text, text.getBytes(StandardCharsets.UTF_8).length);
    }
}
