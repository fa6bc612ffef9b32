package io.parley.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.account.Device;
import io.parley.account.User;
import io.parley.evidence.Verifies;
import io.parley.kernel.DeviceId;
import io.parley.kernel.UserId;
import org.junit.jupiter.api.Test;

class EncodedFrameTest {

    private static final String USER = "01970000-0000-7000-8000-000000000001";
    private static final String DEVICE = "01970000-0000-7000-8000-000000000002";

    @Test
    @Verifies("API-1")
    void writesIdsAsText() {
        User user = new User(UserId.parse(USER), "ada", "Ada");
        Device device = new Device(DeviceId.parse(DEVICE), "Firefox on Linux");
        EncodedFrame frame = EncodedFrame.of(new ServerFrame.Authenticated(user, device, "2026-11-20T12:00:00.000Z"));
        assertThat(frame.text())
                .isEqualTo("{\"type\":\"authenticated\",\"user\":{\"id\":\"" + USER
                        + "\",\"username\":\"ada\",\"displayName\":\"Ada\"},\"device\":{\"id\":\"" + DEVICE
                        + "\",\"name\":\"Firefox on Linux\"},\"serverTime\":\"2026-11-20T12:00:00.000Z\"}");
    }
}
