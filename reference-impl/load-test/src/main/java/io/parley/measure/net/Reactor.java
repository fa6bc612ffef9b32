package io.parley.measure.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * All connections of the generator, on the thread that calls {@link #turn}: nothing is handed over, so a frame is stamped
 * right after it was read, by the clock that stamps the due times. Not for use by several threads.
 */
public final class Reactor implements AutoCloseable {

    private static final int READ_BYTES = 1 << 16;
    private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);

    /** The selector waits in whole milliseconds; what is due sooner is waited for in naps of at most this. */
    private static final long NAP_NANOS = 50_000;

    private final Selector selector;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(READ_BYTES);

    public Reactor() {
        try {
            selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A connection that is being made; what is written to it meanwhile leaves when it stands. */
    public Link connect(InetSocketAddress address, Link.Reader reader) {
        try {
            SocketChannel channel = SocketChannel.open();
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.configureBlocking(false);
            boolean stands = channel.connect(address);
            SelectionKey key = channel.register(selector, stands ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT);
            Link link = new Link(channel, key, reader);
            key.attach(link);
            return link;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Handles what comes until something came, or until this time by {@link System#nanoTime()}. */
    public void turn(long untilNanos) {
        try {
            long left = untilNanos - System.nanoTime();
            if (left >= MILLI) {
                selector.select(left / MILLI);
            } else if (selector.selectNow() == 0 && left > 0) {
                LockSupport.parkNanos(Math.min(left, NAP_NANOS));
                selector.selectNow();
            }
            Set<SelectionKey> ready = selector.selectedKeys();
            for (SelectionKey key : ready) {
                ((Link) key.attachment()).ready(buffer);
            }
            ready.clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Handles what comes until all connections are ready.
     *
     * @param ready asked after each turn
     * @throws IllegalStateException when they are not within this time
     */
    public void turnUntil(BooleanSupplier ready, Duration patience) {
        long giveUp = System.nanoTime() + patience.toNanos();
        while (!ready.getAsBoolean()) {
            if (System.nanoTime() - giveUp > 0) {
                throw new IllegalStateException("connections are not ready after " + patience.toSeconds() + " s");
            }
            turn(giveUp);
        }
    }

    @Override
    public void close() {
        try {
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
