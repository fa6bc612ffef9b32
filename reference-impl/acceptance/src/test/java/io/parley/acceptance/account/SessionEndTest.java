package io.parley.acceptance.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.acceptance.api.LiveSocket;
import io.parley.acceptance.api.Person;
import io.parley.evidence.Verifies;
import org.junit.jupiter.api.Test;

@Verifies("USR-2")
class SessionEndTest {

    private static final int NO_LONGER_AUTHENTICATED = 4401;

    private final Person ann = Person.registered();

    @Test
    void refusesTheTokensAtOnceAfterLogout() {
        Person laptop = ann.onAnotherDevice();
        ann.api().get("/users/me").expect(200);

        ann.api().call("POST", "/auth/logout").expect(204);

        ann.api().get("/users/me").expectProblem(401, "unauthenticated");
        ann.api().call("POST", "/auth/logout").expectProblem(401, "unauthenticated");
        Person.refresh(ann.refreshToken()).expectProblem(401, "refresh-refused");
        laptop.api().get("/users/me").expect(200);
    }

    @Test
    void closesTheDevicesSocketsOnLogout() {
        try (LiveSocket phone = LiveSocket.of(ann);
                LiveSocket laptop = LiveSocket.of(ann.onAnotherDevice())) {
            ann.api().call("POST", "/auth/logout").expect(204);

            assertThat(phone.awaitClose()).isEqualTo(NO_LONGER_AUTHENTICATED);
            laptop.ping();
        }
    }

    @Test
    void closesTheDevicesSocketsWhenItLogsInAnew() {
        try (LiveSocket before = LiveSocket.of(ann)) {
            ann.onDevice(ann.deviceId());

            assertThat(before.awaitClose()).isEqualTo(NO_LONGER_AUTHENTICATED);
        }
    }
}
