package io.parley.account.web;

import io.parley.account.Device;
import io.parley.account.Grant;
import io.parley.account.Login;
import io.parley.account.Registration;
import io.parley.account.User;
import io.parley.kernel.DeviceId;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What requests and answers of this component look like. */
final class AccountBodies {

    private AccountBodies() {}

    @Schema(name = "DeviceChoice")
    record DeviceChoice(@Nullable DeviceId id, @Nullable String name) {}

    @Schema(name = "Registration")
    record RegisterRequest(
            @NotNull(message = "a text") String username,
            @NotNull(message = "a text") String password,
            @Nullable String email,
            @Nullable DeviceChoice device) {

        Registration registration() {
            return new Registration(username, password, email, idOf(device), nameOf(device));
        }

        @Override
        public String toString() {
            return "RegisterRequest";
        }
    }

    @Schema(name = "Login")
    record LoginRequest(
            @NotNull(message = "a text") @Schema(description = "a username or an e-mail address")
            String username,

            @NotNull(message = "a text") String password,
            @Nullable DeviceChoice device) {

        Login login() {
            return new Login(username, password, idOf(device), nameOf(device));
        }

        @Override
        public String toString() {
            return "LoginRequest";
        }
    }

    @Schema(name = "Refresh")
    record RefreshRequest(@NotNull(message = "a text") String refreshToken) {

        @Override
        public String toString() {
            return "RefreshRequest";
        }
    }

    @Schema(name = "ProfileChange")
    record ProfileChange(@Nullable String displayName) {}

    @Schema(name = "Session")
    record SessionBody(User user, Device device, String accessToken, String refreshToken, long expiresInSeconds) {

        static SessionBody of(Grant grant) {
            return new SessionBody(
                    grant.user(),
                    grant.device(),
                    grant.accessToken(),
                    grant.refreshToken(),
                    grant.accessLife().toSeconds());
        }

        @Override
        public String toString() {
            return "SessionBody";
        }
    }

    @Schema(name = "Users")
    record UsersBody(List<User> users) {}

    private static @Nullable DeviceId idOf(@Nullable DeviceChoice device) {
        return device == null ? null : device.id();
    }

    private static @Nullable String nameOf(@Nullable DeviceChoice device) {
        return device == null ? null : device.name();
    }
}
