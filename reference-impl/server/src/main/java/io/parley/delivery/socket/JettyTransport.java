package io.parley.delivery.socket;

import io.parley.delivery.CloseCode;
import io.parley.delivery.EncodedFrame;
import io.parley.delivery.Transport;
import java.util.List;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.common.WebSocketSession;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.OpCode;

/**
 * Writes to a Jetty session through its callbacks, which return at once. (Spring's own session blocks the sender when the
 * client does not read.) Jetty queues without bound: the connection above counts what has not left.
 */
final class JettyTransport implements Transport {

    /** To wait in Jetty's buffer for the next frame, unless it is long. */
    private static final boolean BATCH = true;

    private static final boolean NO_BATCH = false;

    private final Session session;
    private final CoreSession core;

    JettyTransport(Session session) {
        this.session = session;
        this.core = ((WebSocketSession) session).getCoreSession();
    }

    /** Below {@code sendText}, which would encode the same text for each recipient anew. */
    @Override
    public void send(List<EncodedFrame> frames, Runnable done) {
        int last = frames.size() - 1;
        frames.subList(0, last)
                .forEach(frame -> core.sendFrame(text(frame), org.eclipse.jetty.util.Callback.NOOP, BATCH));
        core.sendFrame(
                text(frames.get(last)), org.eclipse.jetty.util.Callback.from(done, failure -> done.run()), NO_BATCH);
    }

    private static Frame text(EncodedFrame frame) {
        return new Frame(OpCode.TEXT, frame.payload());
    }

    @Override
    public void close(CloseCode code) {
        session.close(code.code(), code.reason(), Callback.from(() -> {}, failure -> session.disconnect()));
    }

    @Override
    public void cut() {
        session.disconnect();
    }
}
