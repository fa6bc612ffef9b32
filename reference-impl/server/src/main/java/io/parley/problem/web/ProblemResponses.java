package io.parley.problem.web;

import io.parley.problem.Extension;
import io.parley.problem.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** Turns a problem into an HTTP answer: status, header fields and body. Thread-safe. */
public final class ProblemResponses {

    private static final int UNAUTHORIZED = 401;
    private static final JsonMapper JSON = new JsonMapper();

    private ProblemResponses() {}

    /** As a controller's answer. */
    static ResponseEntity<Problem> entity(Problem problem) {
        ResponseEntity.BodyBuilder builder =
                ResponseEntity.status(problem.type().status());
        headers(problem).forEach(builder::header);
        return builder.body(problem);
    }

    /** From a filter, before or instead of Spring MVC; does nothing to an answer that has begun. */
    public static void write(HttpServletResponse response, Problem problem) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(problem.type().status());
        headers(problem).forEach(response::setHeader);
        byte[] body = body(problem);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    static byte[] body(Problem problem) {
        return JSON.writeValueAsBytes(problem);
    }

    /** What RFC 9110 asks for beside the body. */
    static Map<String, String> headers(Problem problem) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        headers.put(HttpHeaders.CACHE_CONTROL, "no-store");
        if (problem.type().status() == UNAUTHORIZED) {
            headers.put(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (problem.extension() instanceof Extension.RetryAfterSeconds wait) {
            headers.put(HttpHeaders.RETRY_AFTER, Long.toString(wait.seconds()));
        }
        if (problem.extension() instanceof Extension.Allow allow) {
            headers.put(HttpHeaders.ALLOW, String.join(", ", allow.methods()));
        }
        return headers;
    }
}
