package io.parley.problem.web;

import io.parley.problem.Problem;
import io.parley.problem.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.dao.DataAccessException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;

/** What Spring Security refuses: no or no valid token (401), never allowed (404), a request that its firewall stops. */
@Component
public class SecurityProblems implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        // A token that cannot be checked because PostgreSQL is away is not a bad token: the client must not log out.
        boolean storeFailed =
                refusal instanceof AuthenticationServiceException && refusal.getCause() instanceof DataAccessException;
        ProblemResponses.write(
                response, storeFailed ? Problem.storeUnavailable() : Problem.of(ProblemType.UNAUTHENTICATED));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException {
        ProblemResponses.write(response, Problem.of(ProblemType.NOT_FOUND));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException refusal)
            throws IOException {
        ProblemResponses.write(response, rejected(request.getMethod()));
    }

    private static Problem rejected(String method) {
        if (StatusProblems.METHODS.contains(method)) {
            return Problem.of(ProblemType.MALFORMED_REQUEST);
        }
        return Problem.methodNotAllowed(StatusProblems.METHODS);
    }
}
