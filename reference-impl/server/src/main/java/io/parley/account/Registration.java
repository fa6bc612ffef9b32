package io.parley.account;

import io.parley.kernel.DeviceId;
import org.jspecify.annotations.Nullable;

/** What somebody registers with, unchecked. */
public record Registration(
        String username,
        String password,
        @Nullable String email,
        @Nullable DeviceId device,
        @Nullable String deviceName) {

    /** Without the password. */
    @Override
    public String toString() {
        return "Registration[username=" + username + "]";
    }
}
