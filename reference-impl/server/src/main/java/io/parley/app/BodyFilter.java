package io.parley.app;

import io.parley.problem.Problem;
import io.parley.problem.ProblemType;
import io.parley.problem.web.ProblemResponses;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the body, at most the limit, whatever Content-Length says, before Spring looks at the address: so that 413 and 415
 * come before 404 and 400. A body is in memory until it has been read from there; the limit, and the number of requests in
 * work, bound that.
 */
final class BodyFilter extends OncePerRequestFilter {

    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "OPTIONS");

    private final int bytesMax;
    private final SteadyBody steady;
    private final UnreadBody unread;

    BodyFilter(int bytesMax, SteadyBody steady) {
        this.bytesMax = bytesMax;
        this.steady = steady;
        this.unread = new UnreadBody(bytesMax, steady);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long declared = request.getContentLengthLong();
        if (declared > bytesMax) {
            refuseTooLarge(request, response);
            return;
        }
        if (declared <= 0 && request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null) {
            chain.doFilter(request, response);
            return;
        }
        byte[] body;
        try {
            body = steady.read(request, bytesMax + 1);
        } catch (IOException failure) {
            if (!timedOut(failure)) {
                throw failure;
            }
            ProblemResponses.write(response, Problem.of(ProblemType.REQUEST_TIMEOUT));
            return;
        }
        if (body.length > bytesMax) {
            refuseTooLarge(request, response);
        } else if (!WITHOUT_BODY.contains(request.getMethod()) && !isJson(request.getContentType())) {
            ProblemResponses.write(response, Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE));
        } else {
            chain.doFilter(new BufferedRequest(request, body), response);
        }
    }

    /** Whether nothing came for as long as a connection may be idle, or too little. */
    static boolean timedOut(IOException failure) {
        return failure.getCause() instanceof TimeoutException;
    }

    private void refuseTooLarge(HttpServletRequest request, HttpServletResponse response) throws IOException {
        unread.drop(request);
        ProblemResponses.write(response, Problem.bodyTooLarge(bytesMax));
    }

    private static boolean isJson(@Nullable String contentType) {
        if (contentType == null) {
            return false;
        }
        try {
            MediaType type = MediaType.parseMediaType(contentType);
            return type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON)
                    && (type.getCharset() == null || type.getCharset().equals(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
