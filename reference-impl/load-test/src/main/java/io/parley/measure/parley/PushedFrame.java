package io.parley.measure.parley;

import java.util.Objects;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What a frame of the server says, as far as the load wants to know.
 *
 * @param kind of the entry; empty for another frame
 * @param id of the message; empty for a frame without one
 * @param problem why something was refused
 */
record PushedFrame(String type, String conversationId, String kind, String id, long seq, String problem) {

    private static final JsonFactory JSON = new JsonFactory();

    /** Reads until all is known that an entry or an answer tells. */
    static PushedFrame read(byte[] bytes, int offset, int length) {
        Reading reading = new Reading();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), bytes, offset, length)) {
            while (!reading.isWhole() && parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.PROPERTY_NAME) {
                    String name = parser.currentName();
                    JsonToken value = parser.nextToken();
                    reading.take(name, value, parser);
                }
            }
        }
        return reading.frame();
    }

    /** The members met so far. */
    private static final class Reading {
        private String type = "";
        private String conversationId = "";
        private String kind = "";
        private String id = "";
        private long seq;
        private String problem = "";

        void take(String name, JsonToken value, JsonParser parser) {
            if (value == JsonToken.VALUE_STRING) {
                String text = Objects.requireNonNull(parser.getString());
                switch (name) {
                    case "type" -> typeOrProblem(text);
                    case "conversationId" -> conversationId = text;
                    case "kind" -> kind = kind.isEmpty() ? text : kind;
                    case "id" -> id = id.isEmpty() ? text : id;
                    default -> {
                        // Not needed.
                    }
                }
            } else if (value == JsonToken.VALUE_NUMBER_INT && name.equals("seq")) {
                seq = parser.getLongValue();
            } else if (value == JsonToken.START_OBJECT && name.equals("heads")) {
                parser.skipChildren();
            }
        }

        private void typeOrProblem(String text) {
            if (type.isEmpty()) {
                type = text;
            } else if (text.startsWith("urn:")) {
                problem = text;
            }
        }

        boolean isWhole() {
            return switch (type) {
                case "entry" -> !kind.isEmpty() && !id.isEmpty() && seq > 0 && !conversationId.isEmpty();
                case "accepted" -> !id.isEmpty() && seq > 0;
                case "authenticated", "pong", "heads", "marks", "conversation" -> true;
                default -> false;
            };
        }

        PushedFrame frame() {
            return new PushedFrame(type, conversationId, kind, id, seq, problem);
        }
    }
}
