package io.parley.receipt;

import io.parley.kernel.DeviceId;
import io.parley.kernel.UserId;
import java.util.UUID;

/** How far one device of a member is. */
public record DeviceMark(UserId user, DeviceId device, Mark mark) {

    /** Stands for whatever device a member sent from: the log does not know it. */
    static final DeviceId SENT = new DeviceId(new UUID(0, 0));
}
