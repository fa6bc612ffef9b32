package io.parley.account;

import io.parley.kernel.DeviceId;
import io.parley.kernel.UserId;
import java.time.Instant;
import java.util.UUID;

/**
 * Who calls: the principal of an authenticated request, {@code @AuthenticationPrincipal Caller caller}.
 *
 * @param session ends with logout, revocation or a new login of the device; see {@link SessionEnded}
 * @param expiresAt when the access token that proved this ends
 */
public record Caller(UserId user, DeviceId device, UUID session, Instant expiresAt) {}
