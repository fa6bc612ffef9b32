package io.parley.problem;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A problem document (RFC 9457): the body of every error answer, and the {@code problem} of a WebSocket frame. Jackson
 * writes it as {@code {type, title, status, detail?, <extension>?}}. It never holds content, tokens or addresses.
 *
 * @param detail one sentence on this occurrence: which name, what was expected
 * @param extension exactly the one that the type names
 */
public record Problem(
        ProblemType type, @Nullable String detail, @Nullable Extension extension) {

    /** Long enough for a restarted store or an elected replica to answer again. */
    private static final Duration STORE_WAIT = Duration.ofSeconds(2);

    /** @throws IllegalArgumentException if the extension is not the one that the catalogue gives to the type */
    public Problem {
        String given = extension == null ? null : extension.name();
        if (!type.extension().equals(Optional.ofNullable(given))) {
            throw new IllegalArgumentException("extension=" + given + ", expected " + type.extension());
        }
    }

    /** A problem of a type without extension. */
    public static Problem of(ProblemType type) {
        return new Problem(type, null, null);
    }

    /** One field is wrong; {@code expected} says what would be accepted. */
    public static Problem invalidField(String name, String expected) {
        return invalidFields(List.of(new Extension.Invalid(name, expected)));
    }

    /** Several fields are wrong. */
    public static Problem invalidFields(List<Extension.Invalid> errors) {
        return new Problem(ProblemType.INVALID_FIELD, null, new Extension.Errors(errors));
    }

    /** Another method, of these, is expected. */
    public static Problem methodNotAllowed(Collection<String> allowed) {
        return new Problem(ProblemType.METHOD_NOT_ALLOWED, null, new Extension.Allow(List.copyOf(allowed)));
    }

    /** A body beyond the limit. */
    public static Problem bodyTooLarge(int limitBytes) {
        return new Problem(ProblemType.BODY_TOO_LARGE, null, new Extension.LimitBytes(limitBytes));
    }

    /** A time of the client lies too far in the future. */
    public static Problem clockSkew(Instant serverTime) {
        return new Problem(ProblemType.CLOCK_SKEW, null, new Extension.ServerTime(serverTime));
    }

    /** One of the types that ask for a repeat after a while; part seconds count whole. */
    public static Problem retryAfter(ProblemType type, Duration wait) {
        return new Problem(
                type, null, new Extension.RetryAfterSeconds(wait.plusMillis(999).toSeconds()));
    }

    /** A store does not answer: PostgreSQL or Cassandra, after the driver has given up. */
    public static Problem storeUnavailable() {
        return retryAfter(ProblemType.STORE_UNAVAILABLE, STORE_WAIT);
    }

    /** A write whose outcome is not known; the client repeats with the same id. */
    public static Problem outcomeUnknown() {
        return retryAfter(ProblemType.OUTCOME_UNKNOWN, STORE_WAIT);
    }

    /** This problem with a sentence on the occurrence. */
    public Problem withDetail(String sentence) {
        return new Problem(type, sentence, extension);
    }

    /** The document's members, in the order in which they are written. */
    @JsonValue
    public Map<String, Object> document() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", type.urn());
        members.put("title", type.title());
        members.put("status", type.status());
        if (detail != null) {
            members.put("detail", detail);
        }
        if (extension != null) {
            members.put(extension.name(), extension.value());
        }
        return members;
    }
}
