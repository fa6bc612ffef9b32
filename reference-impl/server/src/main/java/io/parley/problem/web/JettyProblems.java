package io.parley.problem.web;

import io.parley.problem.Problem;
import java.nio.ByteBuffer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Answers what never reaches Spring: malformed HTTP, bad addresses, oversized header fields, unknown versions. */
final class JettyProblems extends ErrorHandler {

    private final StatusProblems statuses;

    JettyProblems(StatusProblems statuses) {
        this.statuses = statuses;
    }

    /** Jetty would leave the body out for all but GET, POST and HEAD. */
    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int code,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        Problem problem = statuses.of(code);
        response.setStatus(problem.type().status());
        ProblemResponses.headers(problem)
                .forEach((name, value) -> response.getHeaders().put(name, value));
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        response.write(true, ByteBuffer.wrap(ProblemResponses.body(problem)), callback);
    }
}
