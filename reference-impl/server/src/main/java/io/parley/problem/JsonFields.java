package io.parley.problem;

import io.parley.kernel.ConversationId;
import io.parley.kernel.EntryId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the members of a JSON object as the contract's types. A member that is missing, of another type or out of range
 * ends in a {@link ProblemException} that names it and what was expected; unknown members are ignored, null counts as
 * missing. A request's body and a socket's frame are read by the same rules.
 */
public final class JsonFields {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final long SEQ_MAX = (1L << 53) - 1;

    private final JsonNode object;
    private final String prefix;

    private JsonFields(JsonNode object, String prefix) {
        this.object = object;
        this.prefix = prefix;
    }

    /** The members of a body. */
    public static JsonFields parse(byte[] json) {
        return read(() -> JSON.readTree(json));
    }

    /** The members of a frame. */
    public static JsonFields parse(String json) {
        return read(() -> JSON.readTree(json));
    }

    private static JsonFields read(Supplier<JsonNode> parser) {
        try {
            JsonNode node = parser.get();
            if (node.isObject()) {
                return new JsonFields(node, "");
            }
        } catch (JacksonException e) {
            // Its message quotes the input: it goes no further.
        }
        throw new ProblemException(Problem.of(ProblemType.MALFORMED_REQUEST).withDetail("Expected one JSON object."));
    }

    /** A member that is an object. */
    public JsonFields object(String name) {
        JsonNode node = member(name).orElseThrow(() -> invalid(name, "an object"));
        if (!node.isObject()) {
            throw invalid(name, "an object");
        }
        return new JsonFields(node, prefix + name + ".");
    }

    /** A member that is a string. */
    public String text(String name) {
        return optionalText(name).orElseThrow(() -> invalid(name, "a string"));
    }

    /** A member that is a string, or missing. */
    public Optional<String> optionalText(String name) {
        return member(name).map(node -> {
            if (!node.isString()) {
                throw invalid(name, "a string");
            }
            return node.asString();
        });
    }

    /** A member that is the position of an entry, or missing. */
    public Optional<Seq> optionalSeq(String name) {
        return member(name).map(node -> {
            if (!node.isIntegralNumber() || !node.canConvertToLong() || node.asLong() < 1 || node.asLong() > SEQ_MAX) {
                throw invalid(name, "a whole number from 1 to 2^53-1");
            }
            return new Seq(node.asLong());
        });
    }

    /** A member that is a UUIDv7. */
    public EntryId entryId(String name) {
        return parsed(name, text(name), EntryId::parse, "a lower-case UUID of version 7");
    }

    /** A member that names a conversation. */
    public ConversationId conversationId(String name) {
        return parsed(name, text(name), ConversationId::parse, "a lower-case UUID");
    }

    /** A member that names a new conversation, a UUIDv7, or is missing. */
    public Optional<ConversationId> optionalNewConversationId(String name) {
        return member(name).map(node -> new ConversationId(entryId(name).value()));
    }

    /** A member that is an array of user ids. */
    public List<UserId> userIds(String name) {
        String expected = "an array of user ids";
        JsonNode array = member(name).orElseThrow(() -> invalid(name, expected));
        if (!array.isArray()) {
            throw invalid(name, expected);
        }
        List<UserId> ids = new ArrayList<>(array.size());
        for (JsonNode node : array) {
            if (!node.isString()) {
                throw invalid(name, expected);
            }
            ids.add(parsed(name, node.asString(), UserId::parse, expected));
        }
        return ids;
    }

    /** A member that is a time since 1970, cut to milliseconds, or missing. */
    public Optional<Instant> optionalTime(String name) {
        String expected = "a time since 1970 such as 2026-11-20T08:30:00.000Z";
        return optionalText(name).map(text -> {
            Instant time = parsed(name, text, Instant::parse, expected);
            if (time.isBefore(Instant.EPOCH)) {
                throw invalid(name, expected);
            }
            return time.truncatedTo(ChronoUnit.MILLIS);
        });
    }

    /** The problem that this member is not as expected. */
    public ProblemException invalid(String name, String expected) {
        return new ProblemException(Problem.invalidField(prefix + name, expected));
    }

    private Optional<JsonNode> member(String name) {
        return Optional.ofNullable(object.get(name)).filter(node -> !node.isNull());
    }

    private <T> T parsed(String name, String text, Function<String, T> parser, String expected) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw invalid(name, expected);
        }
    }
}
