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
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Bounds how many requests of one user, and of all who are nobody yet, are in work at the same time. A request whose body does
 * not come, or whose answer is not read, holds a thread, and the answer: without a bound one user could hold all of them. The
 * bounds leave threads to everybody else, and to the frames of sockets. Of what is nobody's, one network gets a
 * part, the more of them there are the less, and some of it is for who has little or nothing yet, so that a few cannot keep others from
 * logging in. Pages of history, whose contents are in memory until they have left, are bounded once more. The
 * opening of a socket is not counted.
 */
final class InWorkFilter extends OncePerRequestFilter {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final Pattern HISTORY = Pattern.compile("/conversations/[^/]+/(messages|entries)/?");

    private final InWork<UserId> users;
    private final InWork<RemoteNetwork> strangers;
    private final InWork<UserId> pages;

    InWorkFilter(Limits.Http requests, Limits.Page page) {
        this.users = new InWork<>(requests.requestsOfUserMax(), Integer.MAX_VALUE);
        this.strangers = new InWork<>(
                requests.requestsOfAddressMax(), requests.requestsOfNobodyMax(), requests.requestsKeptForNew());
        this.pages = new InWork<>(page.inWorkOfUserMax(), page.inWorkMax());
    }

    /** A part of a bound, which one request takes. */
    private record Share<K>(InWork<K> inWork, K owner) {

        boolean begin() {
            return inWork.begin(owner);
        }

        void end() {
            inWork.end(owner);
        }
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
        List<Share<?>> begun = new ArrayList<>();
        for (Share<?> share : shares(request)) {
            if (!share.begin()) {
                begun.forEach(Share::end);
                // Its body is not awaited: that would hold the thread after all.
                ProblemResponses.write(response, Problem.retryAfter(ProblemType.TOO_MANY_REQUESTS, RETRY_AFTER));
                return;
            }
            begun.add(share);
        }
        Runnable end = () -> begun.forEach(Share::end);
        try {
            chain.doFilter(request, response);
        } finally {
            if (request.isAsyncStarted()) {
                request.getAsyncContext().addListener(new AtItsEnd(end));
            } else {
                end.run();
            }
        }
    }

    private List<Share<?>> shares(HttpServletRequest request) {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        if (known == null || !(known.getPrincipal() instanceof Caller caller)) {
            return List.of(new Share<>(strangers, RemoteNetwork.of(request.getRemoteAddr())));
        }
        Share<?> own = new Share<>(users, caller.user());
        return isPage(request) ? List.of(own, new Share<>(pages, caller.user())) : List.of(own);
    }

    private static boolean isPage(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                && HISTORY.matcher(request.getRequestURI()).matches();
    }

    /** How many users and addresses are held in memory. */
    int held() {
        return users.held() + strangers.held() + pages.held();
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
