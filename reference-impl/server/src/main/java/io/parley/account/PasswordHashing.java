package io.parley.account;

import io.parley.problem.Problem;
import io.parley.problem.ProblemException;
import io.parley.problem.ProblemType;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Hashes and checks passwords, a bounded number at once. Thread-safe; blocking. */
final class PasswordHashing {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Duration OVERLOAD_WAIT = Duration.ofSeconds(2);

    private final PasswordEncoder encoder;
    private final Semaphore turns;
    private final Duration waitMax;
    private final String nobodysHash;

    PasswordHashing(HashingProperties properties) {
        encoder = new Argon2PasswordEncoder(
                SALT_BYTES, HASH_BYTES, properties.parallelism(), properties.memoryKib(), properties.iterations());
        turns = new Semaphore(properties.concurrentMax(), true);
        waitMax = properties.waitMax();
        nobodysHash = hash("nobody's");
    }

    /** @throws ProblemException {@code overloaded} when too many others wait */
    String hash(String password) {
        return inTurn(() -> {
            String hash = encoder.encode(password);
            if (hash == null) {
                throw new IllegalStateException("no hash of a password");
            }
            return hash;
        });
    }

    /**
     * Whether the password is that of the hash. Without a hash the answer is no, and costs the same, so that time does
     * not tell which names exist.
     *
     * @throws ProblemException {@code overloaded} when too many others wait
     */
    boolean matches(String password, Optional<String> hash) {
        boolean equal = inTurn(() -> encoder.matches(password, hash.orElse(nobodysHash)));
        return equal && hash.isPresent();
    }

    <T> T inTurn(Supplier<T> work) {
        try {
            if (!turns.tryAcquire(waitMax.toMillis(), TimeUnit.MILLISECONDS)) {
                throw overloaded();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw overloaded();
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    private static ProblemException overloaded() {
        return new ProblemException(Problem.retryAfter(ProblemType.OVERLOADED, OVERLOAD_WAIT));
    }
}
