package io.parley.problem.web;

import io.parley.limits.Limits;
import org.eclipse.jetty.ee11.webapp.AbstractConfiguration;
import org.eclipse.jetty.ee11.webapp.WebAppContext;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
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
        JettyProblems problems = new JettyProblems(statuses);
        return factory -> {
            factory.addServerCustomizers(server -> server.setErrorHandler(problems));
            // Spring Boot sets its own handler when the context starts; what is added here comes after.
            factory.addConfigurations(new AbstractConfiguration(new AbstractConfiguration.Builder()) {
                @Override
                public void configure(WebAppContext context) {
                    context.setErrorHandler(problems);
                }
            });
        };
    }

    @Bean
    BareStatusFilter bareStatusFilter(StatusProblems statuses) {
        return new BareStatusFilter(statuses);
    }

    /** It stands in the filter chain of security; Spring Boot would put it in front a second time. */
    @Bean
    FilterRegistrationBean<BareStatusFilter> bareStatusFilterStandsInTheChain(BareStatusFilter filter) {
        FilterRegistrationBean<BareStatusFilter> registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }
}
