package io.parley.account;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How passwords are hashed (Argon2id, RFC 9106); the defaults are OWASP's second choice. Hashes that exist keep the
 * parameters that they were made with.
 *
 * @param memoryKib memory of one hash, in KiB
 * @param iterations passes over the memory
 * @param parallelism lanes of one hash
 * @param concurrentMax hashes computed at once; bounds memory at {@code concurrentMax × memoryKib}
 * @param waitMax how long a request waits for its turn before it is answered 503
 */
@Validated
@ConfigurationProperties("parley.account.hashing")
record HashingProperties(
        @DefaultValue("19456") @Min(8) @Max(1_048_576) int memoryKib,
        @DefaultValue("2") @Min(1) @Max(64) int iterations,
        @DefaultValue("1") @Min(1) @Max(16) int parallelism,
        @DefaultValue("4") @Min(1) @Max(256) int concurrentMax,
        @DefaultValue("5s") Duration waitMax) {}
