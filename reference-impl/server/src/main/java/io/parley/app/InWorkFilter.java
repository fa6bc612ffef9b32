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
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Bounds how many requests of one user, and of all who are nobody yet, are in work at the same time. A request whose body does
 * not come, or whose answer is not read, holds a thread, and the answer: without a bound one user could hold all of them. The
 * bounds leave threads to everybody else, and to the frames of sockets. The opening of a socket is not counted.
 */
final class InWorkFilter extends OncePerRequestFilter {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Limits.Http limits;

    /** Nobody stands for all who have no token. */
    private final Map<Optional<UserId>, Integer> inWork = new HashMap<>();

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
        Optional<UserId> who = caller();
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

    private static Optional<UserId> caller() {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        return known != null && known.getPrincipal() instanceof Caller caller
                ? Optional.of(caller.user())
                : Optional.empty();
    }

    private boolean begin(Optional<UserId> who) {
        int max = who.isPresent() ? limits.requestsOfUserMax() : limits.requestsOfNobodyMax();
        synchronized (inWork) {
            int present = inWork.getOrDefault(who, 0);
            if (present < max) {
                inWork.put(who, present + 1);
            }
            return present < max;
        }
    }

    private void end(Optional<UserId> who) {
        synchronized (inWork) {
            inWork.computeIfPresent(who, (same, present) -> present == 1 ? null : present - 1);
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
