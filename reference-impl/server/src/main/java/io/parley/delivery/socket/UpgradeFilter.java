package io.parley.delivery.socket;

import io.parley.problem.Problem;
import io.parley.problem.ProblemType;
import io.parley.problem.web.ProblemResponses;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers requests to the socket's address that want no socket; the handshake handler would answer without a problem. */
final class UpgradeFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!request.getMethod().equals("GET")) {
            ProblemResponses.write(response, Problem.methodNotAllowed(List.of("GET")));
        } else if (!"websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE))) {
            response.setHeader(HttpHeaders.UPGRADE, "websocket");
            ProblemResponses.write(response, Problem.of(ProblemType.UPGRADE_REQUIRED));
        } else {
            chain.doFilter(request, response);
        }
    }
}
