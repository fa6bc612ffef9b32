package io.parley.account;

import io.parley.kernel.DeviceId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody logs in with, unchecked.
 *
 * @param name a username or an e-mail address
 */
public record Login(
        String name,
        String password,
        @Nullable DeviceId device,
        @Nullable String deviceName) {

    /** Without the password. */
    @Override
    public String toString() {
        return "Login[name=" + name + "]";
    }
}
