package io.parley.delivery.socket;

import io.parley.limits.Limits;
import java.time.Duration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;

/**
 * Opens {@code /ws}. Every origin may connect: a socket is authenticated by a token in its first frame, never by a cookie
 * that a foreign page could borrow.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class SocketConfiguration implements WebSocketConfigurer {

    static final String PATH = "/ws";

    private static final int INPUT_BUFFER_BYTES = 1024;

    /** Jetty's own idle cut is only a net below the server's, which knows the contract's close code. */
    private static final int IDLE_FACTOR = 2;

    private final SocketHandler handler;
    private final Limits.Socket limits;

    SocketConfiguration(SocketHandler handler, Limits limits) {
        this.handler = handler;
        this.limits = limits.socket();
    }

    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        UncompressedUpgrade jetty = new UncompressedUpgrade();
        jetty.addWebSocketConfigurer(socket -> {
            socket.setMaxTextMessageSize(limits.frameBytesMax());
            socket.setMaxBinaryMessageSize(limits.frameBytesMax());
            socket.setInputBufferSize(INPUT_BUFFER_BYTES);
            socket.setIdleTimeout(Duration.ofSeconds(limits.silenceMax().toSeconds() * IDLE_FACTOR));
        });
        registry.addHandler(handler, PATH)
                .setHandshakeHandler(new DefaultHandshakeHandler(jetty))
                .setAllowedOriginPatterns("*");
    }

    @Bean
    FilterRegistrationBean<UpgradeFilter> upgradeFilter() {
        FilterRegistrationBean<UpgradeFilter> registration = new FilterRegistrationBean<>(new UpgradeFilter());
        registration.addUrlPatterns(PATH);
        return registration;
    }
}
