package io.parley.delivery.socket;

import io.parley.delivery.Connection;
import io.parley.delivery.FrameHandler;
import java.util.Objects;
import org.eclipse.jetty.websocket.api.Session;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;

/** Hands what happens on a socket to the frame handler. */
@Component
class SocketHandler extends AbstractWebSocketHandler {

    private static final String CONNECTION = "parley.connection";

    private final FrameHandler frames;

    SocketHandler(FrameHandler frames) {
        this.frames = frames;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        Session jetty = Objects.requireNonNull(((NativeWebSocketSession) session).getNativeSession(Session.class));
        session.getAttributes().put(CONNECTION, frames.opened(new JettyTransport(jetty)));
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message) {
        frames.received(connection(session), message.getPayload());
    }

    @Override
    protected void handleBinaryMessage(WebSocketSession session, BinaryMessage message) {
        frames.malformed(connection(session));
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        frames.closed(connection(session));
    }

    private static Connection connection(WebSocketSession session) {
        return (Connection) Objects.requireNonNull(session.getAttributes().get(CONNECTION));
    }
}
