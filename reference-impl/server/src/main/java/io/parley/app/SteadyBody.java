package io.parley.app;

import io.parley.limits.Limits;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads bodies that keep a least rate. The time for which a connection may be idle does not end one that moves now and then,
 * and its thread would wait for it as long as it likes. A body that is behind, a grace apart, is given up: when the next byte
 * comes, or with the idle time. Jetty's own least rate counts from the first byte and without a grace, so that a short body
 * whose second packet is lost and sent again would be cut.
 */
final class SteadyBody {

    private static final int STEP_BYTES = 8192;

    private final int bytesPerSecondMin;
    private final Duration grace;
    private final LongSupplier nanos;

    SteadyBody(Limits.Http limits, LongSupplier nanos) {
        this.bytesPerSecondMin = limits.bytesPerSecondMin();
        this.grace = limits.rateGrace();
        this.nanos = nanos;
    }

    /**
     * The body, or as many bytes of it.
     *
     * @throws IOException whose cause is a {@link TimeoutException} if it is too slow
     */
    byte[] read(HttpServletRequest request, int bytesMax) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        take(request, bytesMax, body);
        return body.toByteArray();
    }

    /** Reads as many bytes, and keeps none. */
    void drop(HttpServletRequest request, long bytesMax) throws IOException {
        take(request, bytesMax, null);
    }

    private void take(HttpServletRequest request, long bytesMax, @Nullable ByteArrayOutputStream body)
            throws IOException {
        long begunNanos = nanos.getAsLong();
        InputStream in = request.getInputStream();
        byte[] step = new byte[(int) Math.min(STEP_BYTES, bytesMax)];
        long bytes = 0;
        while (bytes < bytesMax) {
            int read = in.read(step, 0, (int) Math.min(step.length, bytesMax - bytes));
            if (read < 0) {
                return;
            }
            bytes += read;
            if (body != null) {
                body.write(step, 0, read);
            }
            // What is complete may have been slow.
            if (bytes != request.getContentLengthLong()) {
                requireRate(bytes, nanos.getAsLong() - begunNanos);
            }
        }
    }

    private void requireRate(long bytes, long sinceNanos) throws IOException {
        long expected = bytesPerSecondMin * (sinceNanos - grace.toNanos()) / TimeUnit.SECONDS.toNanos(1);
        if (bytes < expected) {
            throw new IOException(new TimeoutException("bytes=" + bytes + ", expected " + expected));
        }
    }
}
