package io.parley.account;

import io.parley.kernel.DeviceId;
import io.parley.kernel.UserId;
import java.util.Optional;

/** Looks devices up. Blocking (PostgreSQL); thread-safe. */
public interface Devices {

    /** The user's device of this id; ids of devices are scoped to the user. */
    Optional<Device> find(UserId user, DeviceId device);
}
