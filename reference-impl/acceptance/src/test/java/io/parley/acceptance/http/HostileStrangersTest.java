package io.parley.acceptance.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.acceptance.api.LiveSocket;
import io.parley.acceptance.api.Person;
import io.parley.evidence.Verifies;
import io.parley.limits.Limits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Somebody without a token, at a few addresses, takes all that is given: requests whose bodies never come. */
@Order(6)
@Isolated("while it holds what it can, others at this machine's address get very little")
@Verifies({"API-2", "USR-2"})
class HostileStrangersTest {

    private static final Limits.Http LIMITS = Limits.packaged().http();

    /** All of 127.0.0.0/8 is this machine; everybody else comes from 127.0.0.1. */
    private static final List<String> THEIR_ADDRESSES = List.of("127.0.0.2", "127.0.0.3", "127.0.0.4");

    private static final int MORE = 8;

    private final Person ann = Person.registered();
    private final List<LoginWithoutBody> hostile = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (LoginWithoutBody login : hostile) {
            login.close();
        }
    }

    @Test
    void keepNobodyAtAnotherAddressFromLoggingInAndRefreshing() throws IOException {
        for (String address : THEIR_ADDRESSES) {
            for (int i = 0; i < LIMITS.requestsOfAddressMax() + MORE; i++) {
                begin(address);
            }
            await().untilAsserted(() -> assertThat(begin(address).answer()).startsWith("HTTP/1.1 429 "));
        }

        // Each of these fails if it is refused.
        ann.onAnotherDevice();
        Person refreshed = ann.refreshed();
        try (LiveSocket socket = LiveSocket.of(refreshed)) {
            socket.ping();
        }
        assertThat(Person.registered().id()).isNotEmpty();
    }

    private LoginWithoutBody begin(String address) throws IOException {
        LoginWithoutBody login = LoginWithoutBody.from(address);
        hostile.add(login);
        return login;
    }
}
