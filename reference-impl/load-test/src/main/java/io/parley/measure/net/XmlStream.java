package io.parley.measure.net;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A client's end of an XMPP stream (RFC 6120): cuts what comes into whole elements of the first level, without reading what
 * is in them. Not for use by several threads.
 */
public final class XmlStream implements Link.Reader {

    /** What comes out of the stream. */
    public interface Listener {

        /** An element came, or the stream's own opening tag. */
        void element(byte[] bytes, int offset, int length, long atNanos);

        /** The stream is gone, and was not closed from here. */
        void broken(String why);
    }

    private final Link link;
    private final Listener listener;
    private final Inbox inbox = new Inbox();
    private final Elements elements = new Elements();
    private long elementsIn;
    private long elementsOut;

    private XmlStream(Reactor reactor, InetSocketAddress address, Listener listener) {
        this.listener = listener;
        this.link = reactor.connect(address, this);
    }

    /** Begins to connect; what is sent meanwhile leaves when the connection stands. */
    public static XmlStream open(Reactor reactor, InetSocketAddress address, Listener listener) {
        return new XmlStream(reactor, address, listener);
    }

    public Link link() {
        return link;
    }

    public long elementsIn() {
        return elementsIn;
    }

    public long elementsOut() {
        return elementsOut;
    }

    /** Sends an element, or the stream's opening tag. */
    public void send(String xml) {
        elementsOut++;
        link.write(ByteBuffer.wrap(xml.getBytes(StandardCharsets.UTF_8)));
    }

    /** The stream begins anew on the same connection, as after authentication. */
    public void restart() {
        elements.restart();
    }

    @Override
    public void received(ByteBuffer bytes, long atNanos) {
        inbox.add(bytes);
        int length = elements.next(inbox.array(), inbox.position(), inbox.size());
        while (length > 0 && link.isOpen()) {
            elementsIn++;
            int start = inbox.position();
            inbox.skip(length);
            listener.element(inbox.array(), start, length, atNanos);
            length = elements.next(inbox.array(), inbox.position(), inbox.size());
        }
        inbox.compact();
    }

    @Override
    public void broken(String why) {
        listener.broken(why);
    }
}
