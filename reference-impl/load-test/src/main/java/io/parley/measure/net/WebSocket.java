package io.parley.measure.net;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A client's end of a WebSocket (RFC 6455): text frames without extensions. Only what a load needs: no fragments, which the
 * server does not send, and no check of the handshake's key. Not for use by several threads.
 */
public final class WebSocket implements Link.Reader {

    /** What comes out of the socket. */
    public interface Listener {

        /** The socket is open. */
        void opened(WebSocket socket);

        /** A text frame came: {@code length} bytes of UTF-8 at {@code offset}. */
        void text(byte[] bytes, int offset, int length, long atNanos);

        /** The socket is gone, and was not closed from here. */
        void broken(String why);
    }

    private static final int FIN = 0x80;
    private static final int MASKED = 0x80;
    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;
    private static final int SHORT_MAX = 125;
    private static final int TWO_BYTES = 126;
    private static final int EIGHT_BYTES = 127;
    private static final int KEY_BYTES = 16;
    private static final byte[] HEAD_END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Link link;
    private final Listener listener;
    private final Inbox inbox = new Inbox();
    private boolean open;
    private long framesIn;
    private long framesOut;

    private WebSocket(Reactor reactor, InetSocketAddress address, String path, Listener listener) {
        this.listener = listener;
        this.link = reactor.connect(address, this);
        byte[] nonce = new byte[KEY_BYTES];
        ThreadLocalRandom.current().nextBytes(nonce);
        String request = "GET " + path + " HTTP/1.1\r\nHost: " + address.getHostString() + ":" + address.getPort()
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: "
                + Base64.getEncoder().encodeToString(nonce) + "\r\n\r\n";
        link.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
    }

    /** Begins to open a socket; the listener hears when it is open. */
    public static WebSocket open(Reactor reactor, InetSocketAddress address, String path, Listener listener) {
        return new WebSocket(reactor, address, path, listener);
    }

    public Link link() {
        return link;
    }

    public long framesIn() {
        return framesIn;
    }

    public long framesOut() {
        return framesOut;
    }

    /** Sends a text frame. */
    public void send(String text) {
        framesOut++;
        link.write(frame(TEXT, text.getBytes(StandardCharsets.UTF_8)));
    }

    /** A masked frame, as clients send them. */
    static ByteBuffer frame(int code, byte[] payload) {
        int mask = ThreadLocalRandom.current().nextInt();
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 14);
        frame.put((byte) (FIN | code));
        if (payload.length <= SHORT_MAX) {
            frame.put((byte) (MASKED | payload.length));
        } else if (payload.length <= 0xFFFF) {
            frame.put((byte) (MASKED | TWO_BYTES)).putShort((short) payload.length);
        } else {
            frame.put((byte) (MASKED | EIGHT_BYTES)).putLong(payload.length);
        }
        frame.putInt(mask);
        for (int i = 0; i < payload.length; i++) {
            frame.put((byte) (payload[i] ^ (mask >>> (24 - 8 * (i & 3)))));
        }
        return frame.flip();
    }

    @Override
    public void received(ByteBuffer bytes, long atNanos) {
        inbox.add(bytes);
        if (!open && !handshake()) {
            return;
        }
        while (frame(atNanos)) {
            // One after the other.
        }
        inbox.compact();
    }

    @Override
    public void broken(String why) {
        listener.broken(why);
    }

    private boolean handshake() {
        int end = inbox.indexOf(HEAD_END);
        if (end < 0) {
            return false;
        }
        String head = inbox.text(inbox.position(), end - inbox.position());
        if (!head.startsWith("HTTP/1.1 101")) {
            link.close();
            listener.broken("handshake answered " + head.lines().findFirst().orElse(""));
            return false;
        }
        inbox.skip(end - inbox.position() + HEAD_END.length);
        open = true;
        listener.opened(this);
        return true;
    }

    /** Takes one whole frame; false when there is none. */
    private boolean frame(long atNanos) {
        if (inbox.size() < 2) {
            return false;
        }
        int code = inbox.at(0) & 0x0F;
        int size = inbox.at(1) & 0x7F;
        int head = size == EIGHT_BYTES ? 10 : size == TWO_BYTES ? 4 : 2;
        if (inbox.size() < head) {
            return false;
        }
        if (head > 2) {
            size = (int) inbox.number(2, head - 2);
        }
        if (inbox.size() < head + size) {
            return false;
        }
        int start = inbox.position() + head;
        switch (code) {
            case TEXT -> {
                framesIn++;
                listener.text(inbox.array(), start, size, atNanos);
            }
            case PING -> link.write(frame(PONG, Arrays.copyOfRange(inbox.array(), start, start + size)));
            case CLOSE -> {
                link.close();
                listener.broken("closed with " + (size < 2 ? "no code" : inbox.number(head, 2)));
            }
            default -> throw new IllegalStateException("frame of code " + code + ", expected text, ping or close");
        }
        inbox.skip(head + size);
        return link.isOpen();
    }
}
