package io.parley.account.web;

import io.parley.account.AccessTokens;
import io.parley.account.Caller;
import io.parley.problem.ProblemException;
import io.parley.problem.web.ProblemResponses;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Makes the {@link Caller} of a valid bearer token the request's principal. Without one, or with an invalid one, the request
 * goes on as nobody's: whether that suffices is the filter chain's decision. One way of checking serves HTTP and WebSocket.
 */
public final class AccessTokenFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final AccessTokens tokens;
    private final SecurityContextRepository contexts;

    /** @param contexts where asynchronous dispatches of the same request find the principal again */
    public AccessTokenFilter(AccessTokens tokens, SecurityContextRepository contexts) {
        this.tokens = tokens;
        this.contexts = contexts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Caller> caller;
        try {
            caller = bearerToken(request).flatMap(tokens::verify);
        } catch (ProblemException unavailable) {
            // Not 401: a client would log its user out because PostgreSQL restarts.
            ProblemResponses.write(response, unavailable.problem());
            return;
        }
        caller.ifPresent(found -> authenticate(found, request, response));
        chain.doFilter(request, response);
    }

    private void authenticate(Caller caller, HttpServletRequest request, HttpServletResponse response) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new PreAuthenticatedAuthenticationToken(caller, "", List.of()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    /** RFC 6750, header only: a token in an address would end up in logs. */
    private static Optional<String> bearerToken(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        boolean bearer = header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        return bearer ? Optional.of(header.substring(SCHEME.length()).strip()) : Optional.empty();
    }
}
