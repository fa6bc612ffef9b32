package io.parley.app;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpHeaders;

/**
 * The body of a request that is refused before anybody reads it. Most clients read no answer before they have sent their
 * body, and see a broken connection instead of the refusal. So what is only somewhat too large is read to its end and
 * dropped, unless the client waits to be asked for it.
 */
final class UnreadBody {

    /** How much is read and dropped, in limits of a body. */
    private static final int SWALLOWED_LIMITS = 8;

    private final long bytesMax;
    private final SteadyBody steady;

    UnreadBody(int bodyBytesMax, SteadyBody steady) {
        this.bytesMax = (long) SWALLOWED_LIMITS * bodyBytesMax;
        this.steady = steady;
    }

    void drop(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > bytesMax || request.getHeader(HttpHeaders.EXPECT) != null) {
            return;
        }
        try {
            steady.drop(request, bytesMax);
        } catch (IOException failure) {
            // Who sends too slowly is refused at once.
            if (!BodyFilter.timedOut(failure)) {
                throw failure;
            }
        }
    }
}
