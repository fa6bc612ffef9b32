package io.parley.delivery;

/** Why the server closes a socket: the contract's codes. */
public enum CloseCode {
    /** A frame that is no JSON object with a type. */
    MALFORMED(4400, "malformed"),
    /** Not, or no longer, authenticated. */
    UNAUTHENTICATED(4401, "not authenticated"),
    /** Nothing was heard for too long. */
    SILENT(4408, "silent"),
    /** More than this node can take, or what it needs does not answer: come again later. */
    OVERLOADED(1013, "try again later");

    private final int code;
    private final String reason;

    CloseCode(int code, String reason) {
        this.code = code;
        this.reason = reason;
    }

    public int code() {
        return code;
    }

    public String reason() {
        return reason;
    }
}
