package io.parley.acceptance.delivery;

import io.parley.acceptance.api.Frames;
import io.parley.acceptance.api.Json;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/** A WebSocket client that reads only when it is told to, as no library would: RFC 6455 over a bare TCP connection. */
final class RawWebSocket implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;

    /** Little room, so that what is not read stays with the server. */
    private static final int RECEIVE_BUFFER_BYTES = 8192;

    private static final int MASK = 0x80;
    private static final int FINAL_TEXT = 0x81;
    private static final int TWO_BYTES_FOLLOW = 126;
    private static final int EIGHT_BYTES_FOLLOW = 127;

    private final Socket socket = new Socket();
    private final DataInputStream in;
    private final DataOutputStream out;
    private final String handshake;

    /** Connects and asks for the extension. */
    RawWebSocket(URI node, String extension) throws IOException {
        socket.setReceiveBufferSize(RECEIVE_BUFFER_BYTES);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(new InetSocketAddress(node.getHost(), node.getPort()));
        in = new DataInputStream(socket.getInputStream());
        out = new DataOutputStream(socket.getOutputStream());
        out.write(("GET /ws HTTP/1.1\r\nHost: parley\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                        + "Sec-WebSocket-Extensions: " + extension + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.readUnsignedByte());
        }
        handshake = head.toString();
    }

    /** Status line and header fields of the server's answer. */
    String handshake() {
        return handshake;
    }

    /** A text frame below 64 KiB; its mask is zero, which the protocol allows. */
    void send(String text) throws IOException {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        out.writeByte(FINAL_TEXT);
        out.writeByte(MASK | TWO_BYTES_FOLLOW);
        out.writeShort(payload.length);
        out.writeInt(0);
        out.write(payload);
        out.flush();
    }

    /** The next frame, which is text. */
    JsonNode read() throws IOException {
        int first = in.readUnsignedByte();
        if (first != FINAL_TEXT) {
            throw new IOException("frame begins with " + first + ", expected whole text");
        }
        long length = in.readUnsignedByte();
        if (length == TWO_BYTES_FOLLOW) {
            length = in.readUnsignedShort();
        } else if (length == EIGHT_BYTES_FOLLOW) {
            length = in.readLong();
        }
        return Frames.received(Json.read(new String(in.readNBytes(Math.toIntExact(length)), StandardCharsets.UTF_8)));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
