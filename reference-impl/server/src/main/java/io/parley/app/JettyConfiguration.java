package io.parley.app;

import io.parley.limits.Limits;
import java.time.Duration;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.ServerConnector;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Jetty's limits from the limits file; its time-outs stand in {@code application.yaml}. */
@Configuration(proxyBeanMethods = false)
class JettyConfiguration {

    @Bean
    WebServerFactoryCustomizer<JettyServletWebServerFactory> jettyLimits(Limits limits) {
        return factory -> factory.addServerCustomizers(server -> {
            for (HttpConfiguration http : server.getContainedBeans(HttpConfiguration.class)) {
                http.setRequestHeaderSize(limits.http().headerBytesMax());
                http.setSendServerVersion(false);
                http.setSendXPoweredBy(false);
            }
            for (ServerConnector connector : server.getContainedBeans(ServerConnector.class)) {
                connector.addBean(new SlowReaders(connector, patience(limits.http()), System::nanoTime));
            }
        });
    }

    /** How long one buffer of an answer may wait for its reader. */
    static Duration patience(Limits.Http limits) {
        return limits.rateGrace()
                .plus(Duration.ofSeconds(new HttpConfiguration().getOutputBufferSize())
                        .dividedBy(limits.bytesPerSecondMin()));
    }
}
