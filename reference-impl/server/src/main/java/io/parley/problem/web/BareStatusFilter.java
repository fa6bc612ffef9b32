package io.parley.problem.web;

import io.parley.problem.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives a body to a refusal that is a bare status, such as that of a failed WebSocket handshake. */
public final class BareStatusFilter extends OncePerRequestFilter {

    private static final int CLIENT_ERRORS = 400;

    private final StatusProblems statuses;

    BareStatusFilter(StatusProblems statuses) {
        this.statuses = statuses;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, request.getHeader(HttpHeaders.RANGE) == null ? response : new RangeResponse(response));
        int status = response.getStatus();
        if (status < CLIENT_ERRORS || request.isAsyncStarted() || response.getContentType() != null) {
            return;
        }
        Problem problem = statuses.of(status);
        if (problem.type().status() == status) {
            ProblemResponses.write(response, problem);
        }
    }
}
