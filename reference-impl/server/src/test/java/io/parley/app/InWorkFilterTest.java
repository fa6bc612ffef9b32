package io.parley.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.account.Caller;
import io.parley.evidence.Verifies;
import io.parley.kernel.DeviceId;
import io.parley.kernel.UserId;
import io.parley.limits.Limits;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockAsyncContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.yaml.snakeyaml.Yaml;

@Verifies("API-2")
class InWorkFilterTest {

    private static final int USER_MAX = 2;
    private static final int PAGES_OF_USER_MAX = 1;
    private static final int PAGES_MAX = 2;
    private static final int NOBODY_MAX = 5;
    private static final int ADDRESS_MAX = 2;
    private static final int KEPT_FOR_FIRST = 1;
    private static final String EVES_ADDRESS = "192.0.2.1";
    private static final UserId ANN = new UserId(new UUID(0, 1));
    private static final UserId CEM = new UserId(new UUID(0, 3));
    private static final UserId BEN = new UserId(new UUID(0, 2));

    private final InWorkFilter filter = new InWorkFilter(
            new Limits.Http(1, 1, USER_MAX, NOBODY_MAX, ADDRESS_MAX, KEPT_FOR_FIRST, 1, Duration.ZERO),
            new Limits.Page(1, 1, 1, PAGES_OF_USER_MAX, PAGES_MAX));

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
    void refusesWithoutDoingAnyOfIt() throws Exception {
        speaksFor(ANN);
        asynchronous();
        asynchronous();
        boolean[] done = {false};

        assertThat(through((request, response) -> done[0] = true).getStatus()).isEqualTo(429);
        assertThat(done).containsExactly(false);
    }

    @Test
    void givesBackWhatFailedInTheChain() {
        assertThatThrownBy(() ->
                        filter.doFilter(from(EVES_ADDRESS), new MockHttpServletResponse(), (request, response) -> {
                            throw new IOException("planted");
                        }))
                .hasMessage("planted");

        assertThat(filter.held()).isZero();
    }

    /** Neither before its end nor more than once, whatever happens on the way there. */
    @Test
    void givesBackOnceWhatRanOutOfTimeOrBecameAsynchronousAgain() throws Exception {
        speaksFor(ANN);
        MockHttpServletRequest first = asynchronous();
        asynchronous();
        AsyncContext before = Objects.requireNonNull(first.getAsyncContext());
        AsyncListener listener = ((MockAsyncContext) before).getListeners().get(0);
        listener.onTimeout(new AsyncEvent(before));
        listener.onError(new AsyncEvent(before));
        AsyncContext again = first.startAsync();
        assertThat(answer().getStatus()).isEqualTo(429);

        again.complete();
        asynchronous();
        assertThat(answer().getStatus()).isEqualTo(429);
    }

    @Test
    void boundsAllTogetherWhoHaveNoTokenButNotTheOpeningOfSockets() throws Exception {
        fillWhatIsNobodys();
        assertThat(answer().getStatus()).isEqualTo(429);
        assertThat(answer(from("192.0.2.77")).getStatus()).isEqualTo(429);

        assertThat(answer(new MockHttpServletRequest("GET", "/ws")).getStatus()).isEqualTo(200);
        assertThat(answer(new MockHttpServletRequest("GET", "/actuator/health")).getStatus())
                .isEqualTo(200);
        speaksFor(ANN);
        assertThat(answer().getStatus()).isEqualTo(200);
    }

    @Test
    void leavesRoomForOthersWhateverOneAddressDoes() throws Exception {
        MockHttpServletRequest first = asynchronous(EVES_ADDRESS);
        asynchronous(EVES_ADDRESS);
        MockHttpServletResponse refused = answer(from(EVES_ADDRESS));
        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("1");

        assertThat(answer(from("192.0.2.2")).getStatus()).isEqualTo(200);

        Objects.requireNonNull(first.getAsyncContext()).complete();
        assertThat(answer(from(EVES_ADDRESS)).getStatus()).isEqualTo(200);
    }

    /** Two that take what they can would have four, and the third the last. */
    @Test
    void leavesRoomForOthersWhateverAFewAddressesDo() throws Exception {
        asynchronous(EVES_ADDRESS);
        asynchronous(EVES_ADDRESS);
        for (String address : List.of("192.0.2.2", "192.0.2.3")) {
            asynchronous(address);
            MockHttpServletResponse refused = answer(from(address));
            assertThat(refused.getStatus()).isEqualTo(429);
            assertThat(refused.getHeader("Retry-After")).isEqualTo("1");
        }

        assertThat(answer(from("192.0.2.4")).getStatus()).isEqualTo(200);
    }

    /** Whoever has one of them has them all. */
    @Test
    void takesTheAddressesOfOneNetworkForOne() throws Exception {
        asynchronous("[2001:db8:7:1::1]");
        asynchronous("2001:db8:7:ffff:ffff:ffff:ffff:2%eth0");

        assertThat(answer(from("2001:db8:7::3")).getStatus()).isEqualTo(429);
        assertThat(answer(from("2001:db8:8::1")).getStatus()).isEqualTo(200);
    }

    @Test
    void knowsAnAddressThatIsWrittenInTheLongForm() throws Exception {
        asynchronous(EVES_ADDRESS);
        asynchronous("::ffff:" + EVES_ADDRESS);

        assertThat(answer(from(EVES_ADDRESS)).getStatus()).isEqualTo(429);
        assertThat(answer(from("::ffff:192.0.2.2")).getStatus()).isEqualTo(200);
    }

    @Test
    void remembersOnlyWhoHasSomethingInWork() throws Exception {
        MockHttpServletRequest last = asynchronous("192.0.2.200");
        for (int i = 0; i < 100; i++) {
            answer(from("192.0.2." + i));
            speaksFor(new UserId(new UUID(1, i)));
            answer();
            SecurityContextHolder.clearContext();
        }
        assertThat(filter.held()).isEqualTo(1);

        Objects.requireNonNull(last.getAsyncContext()).complete();
        assertThat(filter.held()).isZero();
        fillWhatIsNobodys();
        assertThat(answer(from("192.0.2.77")).getStatus()).isEqualTo(429);
    }

    /** By the numbers of the contract: many that take what they can, one alone, and a part that is for who comes new. */
    @Test
    void letsNoAddressesHaveAllThatIsNobodys() {
        Limits.Http limits = Limits.packaged().http();
        InWork<Integer> strangers =
                new InWork<>(limits.requestsOfAddressMax(), limits.requestsOfNobodyMax(), limits.requestsKeptForNew());
        // The first five take no part of it, the others two on average.
        for (int greedy = 0; greedy < limits.requestsKeptForNew() / 2; greedy++) {
            for (int i = 0; i < limits.requestsOfNobodyMax(); i++) {
                strangers.begin(greedy);
            }
        }

        assertThat(strangers.begin(-1)).isTrue();
        assertThat(limits.requestsKeptForNew()).isPositive();
        assertThat(2 * limits.requestsOfAddressMax() + limits.requestsKeptForNew())
                .isLessThanOrEqualTo(limits.requestsOfNobodyMax());
    }

    /** Their contents are in memory until they have left. */
    @ParameterizedTest
    @ValueSource(
            strings = {"GET /conversations/x/messages", "GET /conversations/x/entries/", "HEAD /conversations/x/entries"
            })
    void boundsPagesOfHistoryBeforeOtherRequests(String page) throws Exception {
        speaksFor(ANN);
        MockHttpServletRequest first = asynchronous(request(page));
        assertThat(answer(request(page)).getStatus()).isEqualTo(429);
        assertThat(answer(request("POST /conversations/x/messages")).getStatus())
                .isEqualTo(200);
        assertThat(answer(request("GET /conversations/x/marks")).getStatus()).isEqualTo(200);

        speaksFor(BEN);
        asynchronous(request(page));
        speaksFor(CEM);
        MockHttpServletResponse refused = answer(request(page));
        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("1");
        assertThat(answer().getStatus()).isEqualTo(200);

        Objects.requireNonNull(first.getAsyncContext()).complete();
        assertThat(answer(request(page)).getStatus()).isEqualTo(200);
    }

    @Test
    void countsAPageAmongTheRequestsOfItsUserUntilItHasLeft() throws Exception {
        speaksFor(ANN);
        MockHttpServletRequest page = asynchronous(request("GET /conversations/x/messages"));
        asynchronous();
        assertThat(answer().getStatus()).isEqualTo(429);

        Objects.requireNonNull(page.getAsyncContext()).complete();
        assertThat(answer().getStatus()).isEqualTo(200);
    }

    /** What was refused for its page has not taken anything else. */
    @Test
    void givesBackWhatARefusedPageHadBegun() throws Exception {
        speaksFor(ANN);
        asynchronous(request("GET /conversations/x/entries"));
        for (int i = 0; i < 2 * USER_MAX; i++) {
            assertThat(answer(request("GET /conversations/x/entries")).getStatus())
                    .isEqualTo(429);
        }

        assertThat(answer().getStatus()).isEqualTo(200);
    }

    /** Somebody waits for it, wherever it is sent. */
    @Test
    void countsEachRequestThatMayBringABody() throws Exception {
        fillWhatIsNobodys();
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

    private void fillWhatIsNobodys() throws Exception {
        for (int i = 0; i < NOBODY_MAX; i++) {
            asynchronous("198.51.100." + i);
        }
    }

    private static MockHttpServletRequest from(String address) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/sessions");
        request.setRemoteAddr(address);
        return request;
    }

    private MockHttpServletRequest asynchronous() throws Exception {
        return asynchronous("127.0.0.1");
    }

    private static MockHttpServletRequest request(String methodAndPath) {
        String[] parts = methodAndPath.split(" ", -1);
        return new MockHttpServletRequest(parts[0], parts[1]);
    }

    private MockHttpServletRequest asynchronous(String address) throws Exception {
        return asynchronous(from(address));
    }

    private MockHttpServletRequest asynchronous(MockHttpServletRequest request) throws Exception {
        request.setAsyncSupported(true);
        filter.doFilter(request, new MockHttpServletResponse(), (same, response) -> same.startAsync());
        assertThat(request.isAsyncStarted()).as("whether it was let in").isTrue();
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
