package io.parley.acceptance.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A body that comes by drips holds a thread of the server for as long as that is borne, and no longer. */
@Verifies("API-2")
class TricklingBodyTest {

    private static final int DRIPS_MAX = 200;

    @Test
    void isAnsweredAndCut() throws IOException {
        try (LoginWithoutBody login = LoginWithoutBody.from("127.0.0.1")) {
            String answer = login.answer();
            for (int i = 0; i < DRIPS_MAX && answer.isEmpty(); i++) {
                login.drip();
                answer = login.answer();
            }

            assertThat(answer).startsWith("HTTP/1.1 408 ");
        }
    }
}
