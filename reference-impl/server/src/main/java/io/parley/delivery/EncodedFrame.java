package io.parley.delivery;

import io.parley.kernel.DeviceId;
import io.parley.kernel.UserId;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/**
 * A frame as it goes over the wire, encoded once for all its recipients.
 *
 * @param bytes of its UTF-8 form
 */
record EncodedFrame(String text, int bytes) {

    /** Ids are text, here as in every answer over HTTP. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new SimpleModule("frames")
                    .addSerializer(UserId.class, new ToStringSerializer(UserId.class))
                    .addSerializer(DeviceId.class, new ToStringSerializer(DeviceId.class)))
            .build();

    static EncodedFrame of(ServerFrame frame) {
        String text = JSON.writerFor(ServerFrame.class).writeValueAsString(frame);
        return new EncodedFrame(text, text.getBytes(StandardCharsets.UTF_8).length);
    }
}
