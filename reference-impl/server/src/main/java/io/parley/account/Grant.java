package io.parley.account;

import java.time.Duration;

/** What a device gets when its session begins or goes on. */
public record Grant(User user, Device device, String accessToken, String refreshToken, Duration accessLife) {

    /** Without the tokens. */
    @Override
    public String toString() {
        return "Grant[user=" + user.id() + ", device=" + device.id() + "]";
    }
}
