package io.parley.acceptance.api;

import io.parley.acceptance.api.SocketDocument.Side;
import tools.jackson.databind.JsonNode;

/** Holds what goes over sockets against the AsyncAPI document, and records what of it was seen to happen. Thread-safe. */
public final class Frames {

    private Frames() {}

    /** A frame of the server, after it was found to be as promised. */
    public static JsonNode received(JsonNode frame) {
        SocketDocument.committed().hold(Side.SERVER, frame).forEach(Occurrences::add);
        return frame;
    }

    /** A frame of a client that means to be understood; what is malformed on purpose does not come here. */
    public static JsonNode sent(JsonNode frame) {
        SocketDocument.committed().hold(Side.CLIENT, frame).forEach(Occurrences::add);
        return frame;
    }
}
