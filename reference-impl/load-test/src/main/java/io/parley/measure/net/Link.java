package io.parley.measure.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;

/** One connection. What the other side does not take yet waits here: the generator never blocks. */
public final class Link {

    /** What is on the other end of a connection's bytes. */
    public interface Reader {

        /**
         * Bytes came.
         *
         * @param bytes to be read to the end; used again afterwards
         * @param atNanos right after they were read
         */
        void received(ByteBuffer bytes, long atNanos);

        /** The connection is gone, and was not closed from here. */
        void broken(String why);
    }

    private final SocketChannel channel;
    private final SelectionKey key;
    private final Reader reader;
    private final Deque<ByteBuffer> waiting = new ArrayDeque<>();
    private long bytesIn;
    private long bytesOut;
    private boolean closed;

    Link(SocketChannel channel, SelectionKey key, Reader reader) {
        this.channel = channel;
        this.key = key;
        this.reader = reader;
    }

    /** Sends the bytes, now or as soon as the other side takes them. */
    public void write(ByteBuffer bytes) {
        bytesOut += bytes.remaining();
        waiting.add(bytes);
        if (channel.isConnected() && waiting.size() == 1) {
            try {
                flush();
            } catch (IOException e) {
                fail(e.toString());
            }
        }
    }

    /** Bytes that came, below the framing. */
    public long bytesIn() {
        return bytesIn;
    }

    /** Bytes that were written. */
    public long bytesOut() {
        return bytesOut;
    }

    public boolean isOpen() {
        return !closed;
    }

    /** Ends the connection at once. */
    public void close() {
        closed = true;
        try {
            channel.close();
        } catch (IOException e) {
            // It is gone, which is what was wanted.
        }
    }

    void ready(ByteBuffer buffer) {
        if (closed || !key.isValid()) {
            return;
        }
        try {
            if (key.isConnectable()) {
                channel.finishConnect();
                flush();
            } else if (key.isWritable()) {
                flush();
            }
            if (key.isValid() && key.isReadable()) {
                read(buffer);
            }
        } catch (IOException e) {
            fail(e.toString());
        }
    }

    private void read(ByteBuffer buffer) throws IOException {
        buffer.clear();
        int count = channel.read(buffer);
        long now = System.nanoTime();
        if (count < 0) {
            fail("closed by the server");
            return;
        }
        bytesIn += count;
        buffer.flip();
        reader.received(buffer, now);
    }

    private void flush() throws IOException {
        while (!waiting.isEmpty()) {
            ByteBuffer first = waiting.element();
            channel.write(first);
            if (first.hasRemaining()) {
                key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
                return;
            }
            waiting.remove();
        }
        key.interestOps(SelectionKey.OP_READ);
    }

    private void fail(String why) {
        if (!closed) {
            close();
            reader.broken(why);
        }
    }
}
