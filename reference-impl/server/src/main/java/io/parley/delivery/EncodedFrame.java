package io.parley.delivery;

import io.parley.kernel.DeviceId;
import io.parley.kernel.UserId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/** A frame as it goes over the wire, encoded once for all its recipients: in a large group that is most of the work. Immutable. */
public final class EncodedFrame {

    /** Ids are text, here as in every answer over HTTP. */
    private static final ObjectWriter JSON = JsonMapper.builder()
            .addModule(new SimpleModule("frames")
                    .addSerializer(UserId.class, new ToStringSerializer(UserId.class))
                    .addSerializer(DeviceId.class, new ToStringSerializer(DeviceId.class)))
            .build()
            .writerFor(ServerFrame.class);

    private final byte[] utf8;

    private EncodedFrame(byte[] utf8) {
        this.utf8 = utf8;
    }

    static EncodedFrame of(ServerFrame frame) {
        return new EncodedFrame(JSON.writeValueAsBytes(frame));
    }

    static EncodedFrame ofText(String text) {
        return new EncodedFrame(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Its UTF-8 form, for one recipient. */
    public ByteBuffer payload() {
        return ByteBuffer.wrap(utf8).asReadOnlyBuffer();
    }

    public String text() {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    /** Length of its UTF-8 form. */
    int bytes() {
        return utf8.length;
    }
}
