package io.parley.delivery.socket;

import io.parley.delivery.CloseCode;
import io.parley.delivery.Transport;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/**
 * Writes to a Jetty session through its callbacks, which return at once. (Spring's own session blocks the sender when the
 * client does not read.) Jetty queues without bound: the connection above counts what has not left.
 */
final class JettyTransport implements Transport {

    private final Session session;

    JettyTransport(Session session) {
        this.session = session;
    }

    @Override
    public void send(String frame, Runnable done) {
        session.sendText(frame, Callback.from(done, failure -> done.run()));
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
