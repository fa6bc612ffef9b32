package io.parley.app;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** A request whose body was read already. */
final class BufferedRequest extends HttpServletRequestWrapper {

    private final ServletInputStream in;

    BufferedRequest(HttpServletRequest request, byte[] body) {
        super(request);
        in = new Body(new ByteArrayInputStream(body));
    }

    @Override
    public ServletInputStream getInputStream() {
        return in;
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    /** Lets go of the bytes once they are read: an asynchronous request is held for as long as it waits. */
    private static final class Body extends ServletInputStream {

        private static final byte[] NOTHING = {};

        private ByteArrayInputStream bytes;

        Body(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return read(bytes.read());
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return read(bytes.read(target, offset, length));
        }

        private int read(int result) {
            if (isFinished()) {
                bytes = new ByteArrayInputStream(NOTHING);
            }
            return result;
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("the body was read before the request became asynchronous");
        }
    }
}
