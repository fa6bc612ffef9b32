package io.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.account.Caller;
import io.parley.evidence.Verifies;
import io.parley.kernel.DeviceId;
import io.parley.kernel.UserId;
import io.parley.limits.Limits;
import jakarta.servlet.FilterChain;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.yaml.snakeyaml.Yaml;

@Verifies("API-2")
class InWorkFilterTest {

    private static final UserId ANN = new UserId(new UUID(0, 1));
    private static final UserId BEN = new UserId(new UUID(0, 2));

    private final InWorkFilter filter = new InWorkFilter(new Limits.Http(1, 1, 2, 3));

    @AfterEach
    void forgetTheCaller() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void refusesWhatIsBeyondAUsersShareUntilSomethingIsDone() throws Exception {
        speaksFor(ANN);
        MockHttpServletRequest first = asynchronous();
        asynchronous();
        MockHttpServletResponse refused = answer();
        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("1");
        assertThat(refused.getContentAsString()).contains("urn:parley:problem:too-many-requests");

        speaksFor(BEN);
        assertThat(answer().getStatus()).isEqualTo(200);

        Objects.requireNonNull(first.getAsyncContext()).complete();
        speaksFor(ANN);
        assertThat(answer().getStatus()).isEqualTo(200);
    }

    @Test
    void countsWhatIsStillInTheChain() throws Exception {
        speaksFor(ANN);
        int[] statuses = new int[2];
        through((request, response) -> through((again, answer) -> statuses[0] = answer().getStatus()));
        statuses[1] = answer().getStatus();

        assertThat(statuses).containsExactly(429, 200);
    }

    @Test
    void boundsAllTogetherWhoHaveNoTokenButNotTheOpeningOfSockets() throws Exception {
        for (int i = 0; i < 3; i++) {
            asynchronous();
        }
        assertThat(answer().getStatus()).isEqualTo(429);

        assertThat(answer(new MockHttpServletRequest("GET", "/ws")).getStatus()).isEqualTo(200);
        assertThat(answer(new MockHttpServletRequest("GET", "/actuator/health")).getStatus())
                .isEqualTo(200);
        speaksFor(ANN);
        assertThat(answer().getStatus()).isEqualTo(200);
    }

    /** Somebody waits for it, wherever it is sent. */
    @Test
    void countsEachRequestThatMayBringABody() throws Exception {
        for (int i = 0; i < 3; i++) {
            asynchronous();
        }
        MockHttpServletRequest declared = new MockHttpServletRequest("GET", "/ws");
        declared.setContent(new byte[20]);
        MockHttpServletRequest chunked = new MockHttpServletRequest("GET", "/ws");
        chunked.addHeader("Transfer-Encoding", "chunked");

        assertThat(Stream.of(declared, chunked, new MockHttpServletRequest("POST", "/ws")))
                .allSatisfy(request -> assertThat(answer(request).getStatus()).isEqualTo(429));
    }

    /** Some are left for other users and for sockets whatever strangers and one user do. */
    @Test
    void leavesThreads() throws IOException {
        Map<?, ?> section;
        try (InputStream settings =
                Objects.requireNonNull(InWorkFilter.class.getResourceAsStream("/application.yaml"))) {
            section = new Yaml().load(settings);
        }
        for (String key : List.of("server", "jetty", "threads")) {
            section = (Map<?, ?>) Objects.requireNonNull(section.get(key));
        }
        Limits.Http limits = Limits.packaged().http();

        assertThat((Integer) section.get("max"))
                .isGreaterThanOrEqualTo(limits.requestsOfNobodyMax() + 2 * limits.requestsOfUserMax());
    }

    private static void speaksFor(UserId user) {
        Caller caller = new Caller(user, new DeviceId(new UUID(0, 3)), new UUID(0, 4), Instant.MAX);
        SecurityContextHolder.getContext()
                .setAuthentication(new PreAuthenticatedAuthenticationToken(caller, "", List.of()));
    }

    private MockHttpServletRequest asynchronous() throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/users/me");
        request.setAsyncSupported(true);
        filter.doFilter(request, new MockHttpServletResponse(), (same, response) -> same.startAsync());
        return request;
    }

    private MockHttpServletResponse answer() {
        return through((request, response) -> {});
    }

    private MockHttpServletResponse answer(MockHttpServletRequest request) {
        return through(request, (same, response) -> {});
    }

    private MockHttpServletResponse through(FilterChain chain) {
        return through(new MockHttpServletRequest("GET", "/users/me"), chain);
    }

    private MockHttpServletResponse through(MockHttpServletRequest request, FilterChain chain) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        try {
            filter.doFilter(request, response, chain);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return response;
    }
}
