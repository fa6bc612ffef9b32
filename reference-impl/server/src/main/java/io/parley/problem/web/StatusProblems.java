package io.parley.problem.web;

import io.parley.limits.Limits;
import io.parley.problem.Problem;
import io.parley.problem.ProblemType;
import java.time.Duration;
import java.util.List;

/** The problem for a bare HTTP status, for refusals that carry nothing else: Jetty's, and Spring's rarer ones. */
final class StatusProblems {

    /** What any address of the interface takes at most; all others are taken by none. */
    static final List<String> METHODS = List.of("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT");

    private static final Duration OVERLOAD_WAIT = Duration.ofSeconds(1);
    private static final int SERVER_ERRORS = 500;

    private final Limits limits;

    StatusProblems(Limits limits) {
        this.limits = limits;
    }

    Problem of(int status) {
        return switch (status) {
            case 401 -> Problem.of(ProblemType.UNAUTHENTICATED);
            case 403, 404 -> Problem.of(ProblemType.NOT_FOUND);
            // A method that nobody knows is the client's error like any other that is not taken.
            case 405, 501 -> Problem.methodNotAllowed(METHODS);
            case 406 -> Problem.of(ProblemType.NOT_ACCEPTABLE);
            case 408 -> Problem.of(ProblemType.REQUEST_TIMEOUT);
            case 413 -> Problem.bodyTooLarge(limits.http().bodyBytesMax());
            case 414 -> Problem.of(ProblemType.URI_TOO_LONG);
            case 415 -> Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE);
            case 416 -> Problem.of(ProblemType.RANGE_NOT_SATISFIABLE);
            case 417 -> Problem.of(ProblemType.EXPECTATION_FAILED);
            case 426 -> Problem.of(ProblemType.UPGRADE_REQUIRED);
            case 431 -> Problem.of(ProblemType.HEADERS_TOO_LARGE);
            case 503 -> Problem.retryAfter(ProblemType.OVERLOADED, OVERLOAD_WAIT);
            case 505 -> Problem.of(ProblemType.HTTP_VERSION_NOT_SUPPORTED);
            default -> Problem.of(status < SERVER_ERRORS ? ProblemType.MALFORMED_REQUEST : ProblemType.INTERNAL_ERROR);
        };
    }
}
