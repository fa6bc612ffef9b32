package io.parley.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.evidence.Verifies;
import io.parley.problem.ProblemException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;

@Verifies("USR-2")
class PasswordHashingTest {

    private final PasswordHashing hashing = new PasswordHashing(properties(1, Duration.ofMillis(1)));

    @Test
    void knowsThePasswordOfItsHash() {
        String hash = hashing.hash("correct horse");

        assertThat(hashing.matches("correct horse", Optional.of(hash))).isTrue();
        assertThat(hashing.matches("correct horsf", Optional.of(hash))).isFalse();
    }

    @Test
    void saltsEachHashAndWritesItsParameters() {
        assertThat(hashing.hash("correct horse"))
                .startsWith("$argon2id$v=19$m=64,t=1,p=1$")
                .isNotEqualTo(hashing.hash("correct horse"));
    }

    @Test
    void takesTheSecondChoiceOfOwaspWhereNothingElseIsSet() {
        HashingProperties properties =
                Binder.get(new StandardEnvironment()).bindOrCreate("parley.account.hashing", HashingProperties.class);

        assertThat(new PasswordHashing(properties).hash("correct horse")).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void matchesNobodyWithoutAHash() {
        assertThat(hashing.matches("nobody's", Optional.empty())).isFalse();
        assertThat(hashing.matches("", Optional.empty())).isFalse();
    }

    @Test
    void refusesWhenTooManyHashAtOnce() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch refused = new CountDownLatch(1);
        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> hashing.inTurn(() -> {
            begun.countDown();
            await(refused);
            return "";
        }));
        await(begun);

        assertThatThrownBy(() -> hashing.hash("correct horse"))
                .isInstanceOf(ProblemException.class)
                .hasMessage("overloaded");
        refused.countDown();
        other.join();
        assertThat(hashing.hash("correct horse")).isNotEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HashingProperties properties(int concurrentMax, Duration waitMax) {
        return new HashingProperties(64, 1, 1, concurrentMax, waitMax);
    }
}
