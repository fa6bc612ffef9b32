package io.parley.account;

import io.parley.kernel.DeviceId;
import io.parley.kernel.UserId;
import java.util.UUID;

/** Spring event: the session is over (logout, revocation, a new login of the device); its sockets must close. */
public record SessionEnded(UserId user, DeviceId device, UUID session) {}
