package io.parley.app;

import io.parley.account.Caller;
import io.parley.kernel.UserId;
import io.parley.limits.Limits;
import io.parley.problem.Problem;
import io.parley.problem.ProblemType;
import io.parley.problem.web.ProblemResponses;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Bounds how many requests of one user, and of all who are nobody yet, are in work at the same time. A request whose body does
 * not come, or whose answer is not read, holds a thread, and the answer: without a bound one user could hold all of them. The
 * bounds leave threads to everybody else, and to the frames of sockets. Of what is nobody's, one address gets a part, so that
 * others can still log in. The opening of a socket is not counted.
 */
final class InWorkFilter extends OncePerRequestFilter {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Limits.Http limits;

    /** Only who has a request in work is held. */
    private final Map<Who, Integer> inWork = new HashMap<>();

    private int strangersInWork;

    /** Whose share a request takes. */
    private sealed interface Who {}

    private record Known(UserId user) implements Who {}

    /** Has no token. */
    private record Stranger(RemoteNetwork network) implements Who {}

    InWorkFilter(Limits.Http limits) {
        this.limits = limits;
    }

    /** Nor those that hold no thread: they bring no body, and their answers are short. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return PublicPaths.SHORT.contains(request.getRequestURI())
                && request.getMethod().equals("GET")
                && request.getContentLengthLong() <= 0
                && request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Who who = caller(request);
        if (!begin(who)) {
            // Its body is not awaited: that would hold the thread after all.
            ProblemResponses.write(response, Problem.retryAfter(ProblemType.TOO_MANY_REQUESTS, RETRY_AFTER));
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            if (request.isAsyncStarted()) {
                request.getAsyncContext().addListener(new AtItsEnd(() -> end(who)));
            } else {
                end(who);
            }
        }
    }

    private static Who caller(HttpServletRequest request) {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        return known != null && known.getPrincipal() instanceof Caller caller
                ? new Known(caller.user())
                : new Stranger(RemoteNetwork.of(request.getRemoteAddr()));
    }

    private boolean begin(Who who) {
        boolean stranger = who instanceof Stranger;
        int max = stranger ? limits.requestsOfAddressMax() : limits.requestsOfUserMax();
        synchronized (inWork) {
            int present = inWork.getOrDefault(who, 0);
            if (present >= max || (stranger && strangersInWork >= limits.requestsOfNobodyMax())) {
                return false;
            }
            inWork.put(who, present + 1);
            strangersInWork += stranger ? 1 : 0;
            return true;
        }
    }

    private void end(Who who) {
        synchronized (inWork) {
            inWork.computeIfPresent(who, (same, present) -> present == 1 ? null : present - 1);
            strangersInWork -= who instanceof Stranger ? 1 : 0;
        }
    }

    /** How many users and addresses are held in memory. */
    int held() {
        synchronized (inWork) {
            return inWork.size();
        }
    }

    /** However it ends, this comes last. */
    private record AtItsEnd(Runnable then) implements AsyncListener {

        @Override
        public void onComplete(AsyncEvent event) {
            then.run();
        }

        @Override
        public void onTimeout(AsyncEvent event) {}

        @Override
        public void onError(AsyncEvent event) {}

        @Override
        public void onStartAsync(AsyncEvent event) {
            // It is asynchronous once more, and forgets who listened.
            event.getAsyncContext().addListener(this);
        }
    }
}
