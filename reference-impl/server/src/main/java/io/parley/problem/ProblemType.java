package io.parley.problem;

import java.util.Locale;
import java.util.Optional;

/** The error catalogue, {@code spec/data/problems.yaml}, as a type; a test holds the two equal. */
public enum ProblemType {
    MALFORMED_REQUEST(400, "The request is malformed"),
    INVALID_FIELD(400, "A field is missing or out of range", Extension.Errors.NAME),
    UNAUTHENTICATED(401, "A valid access token is needed"),
    WRONG_CREDENTIALS(401, "Name or password is wrong"),
    REFRESH_REFUSED(401, "The refresh token is not valid"),
    NOT_PERMITTED(403, "Only the author or an owner may do this"),
    EXCHANGE_REFUSED(403, "These two people cannot exchange messages"),
    NOT_FOUND(404, "There is no such thing, or it is not yours to see"),
    METHOD_NOT_ALLOWED(405, "The method is not allowed here", Extension.Allow.NAME),
    NOT_ACCEPTABLE(406, "Only JSON can be answered"),
    REQUEST_TIMEOUT(408, "The request did not arrive in time"),
    USERNAME_TAKEN(409, "The username is taken"),
    EMAIL_TAKEN(409, "The e-mail address is taken"),
    ID_IN_USE(409, "The id is in use"),
    BLOCKS_FULL(409, "So many people are blocked that no more can be"),
    ABOVE_HEAD(409, "The position lies above the conversation's head"),
    CHANGE_REFUSED(409, "The conversation does not allow this change"),
    BODY_TOO_LARGE(413, "The body is too large", Extension.LimitBytes.NAME),
    URI_TOO_LONG(414, "The address is too long"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body must be application/json"),
    RANGE_NOT_SATISFIABLE(416, "The range lies outside the file"),
    EXPECTATION_FAILED(417, "The expectation cannot be met"),
    UPGRADE_REQUIRED(426, "This address takes WebSocket connections only"),
    CLOCK_SKEW(422, "A time lies too far in the future", Extension.ServerTime.NAME),
    TOO_MANY_REQUESTS(429, "Too many requests", Extension.RetryAfterSeconds.NAME),
    HEADERS_TOO_LARGE(431, "The header fields are too large"),
    INTERNAL_ERROR(500, "The server failed"),
    OUTCOME_UNKNOWN(503, "The outcome is unknown; repeat with the same id", Extension.RetryAfterSeconds.NAME),
    READ_ONLY(
            503,
            "This node is too old for the conversation; it can only be read here",
            Extension.RetryAfterSeconds.NAME),
    OVERLOADED(503, "Too much is waiting; try again", Extension.RetryAfterSeconds.NAME),
    STORE_UNAVAILABLE(503, "A store does not answer; try again", Extension.RetryAfterSeconds.NAME),
    HTTP_VERSION_NOT_SUPPORTED(505, "The HTTP version is not supported");

    private static final String URN = "urn:parley:problem:";

    private final int status;
    private final String title;
    private final Optional<String> extension;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
        this.extension = Optional.empty();
    }

    ProblemType(int status, String title, String extension) {
        this.status = status;
        this.title = title;
        this.extension = Optional.of(extension);
    }

    /** The id in the catalogue, such as {@code not-found}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The stable name that clients compare: {@code urn:parley:problem:<id>}. */
    public String urn() {
        return URN + id();
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** One short sentence, the same for every occurrence. */
    public String title() {
        return title;
    }

    /** The name of the extra member that a problem of this type carries, if any. */
    public Optional<String> extension() {
        return extension;
    }
}
