package io.parley.delivery.socket;

import jakarta.servlet.ServletContext;
import java.util.Objects;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.websocket.core.server.WebSocketServerComponents;
import org.springframework.web.socket.server.jetty.JettyRequestUpgradeStrategy;

/** Upgrades without permessage-deflate, whose buffers would cost each connection a multiple of all its other memory. */
final class UncompressedUpgrade extends JettyRequestUpgradeStrategy {

    private static final String COMPRESSION = "permessage-deflate";

    @Override
    public void setServletContext(ServletContext context) {
        super.setServletContext(context);
        ServletContextHandler handler =
                Objects.requireNonNull(ServletContextHandler.getServletContextHandler(context), "runs in Jetty");
        WebSocketServerComponents.getWebSocketComponents(handler)
                .getExtensionRegistry()
                .unregister(COMPRESSION);
    }
}
