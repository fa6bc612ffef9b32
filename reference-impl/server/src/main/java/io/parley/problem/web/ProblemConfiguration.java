package io.parley.problem.web;

import io.parley.limits.Limits;
import org.eclipse.jetty.ee11.webapp.WebAppContext;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the problem documents in place at each level. */
@Configuration(proxyBeanMethods = false)
class ProblemConfiguration {

    @Bean
    StatusProblems statusProblems(Limits limits) {
        return new StatusProblems(limits);
    }

    @Bean
    ProblemMapping problemMapping(StatusProblems statuses) {
        return new ProblemMapping(statuses);
    }

    @Bean
    WebServerFactoryCustomizer<JettyServletWebServerFactory> jettyProblems(StatusProblems statuses) {
        return factory -> factory.addServerCustomizers(server -> {
            JettyProblems problems = new JettyProblems(statuses);
            server.setErrorHandler(problems);
            server.getDescendants(WebAppContext.class).forEach(context -> context.setErrorHandler(problems));
        });
    }
}
