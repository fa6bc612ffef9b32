package io.parley.account;

import java.time.Instant;
import java.util.List;
import javax.crypto.SecretKey;

/** Where the keys that sign access tokens are kept. Blocking; thread-safe. */
public interface SigningKeyStore {

    /** A symmetric key with the id that stands in the tokens' headers. */
    record SigningKey(String kid, SecretKey secret) {}

    /** Every key, newest first; if there is none, the candidate is stored first, unless another node is quicker. */
    List<SigningKey> keys(SigningKey candidate, Instant now);
}
