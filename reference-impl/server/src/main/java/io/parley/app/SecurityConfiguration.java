package io.parley.app;

import io.parley.account.AccessTokens;
import io.parley.account.web.AccessTokenFilter;
import io.parley.limits.Limits;
import io.parley.problem.web.BareStatusFilter;
import io.parley.problem.web.SecurityProblems;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;

/**
 * Who may call what, and in which order a request is checked: token, number of requests (429), right to call (401), body
 * (413, 415), then Spring MVC (404, 400 …). Stateless; cookies are not used, so there is nothing to forge across sites.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    @Bean
    SecurityFilterChain chain(
            HttpSecurity http,
            AccessTokens tokens,
            SecurityProblems problems,
            BareStatusFilter bareStatuses,
            Limits limits) {
        // Remembers the principal in the request, for its asynchronous dispatches.
        SecurityContextRepository contexts = new RequestAttributeSecurityContextRepository();
        SteadyBody steady = new SteadyBody(limits.http(), System::nanoTime);
        UnreadBody unread = new UnreadBody(limits.http().bodyBytesMax(), steady);
        String[] routes = PublicPaths.CLIENT_ROUTES.toArray(String[]::new);
        String[] readOnly = PublicPaths.READ_ONLY.toArray(String[]::new);
        return http.csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .securityContext(context -> context.securityContextRepository(contexts))
                .headers(SecurityHeaders::apply)
                .exceptionHandling(refused -> refused.authenticationEntryPoint((request, response, failure) -> {
                            unread.drop(request);
                            problems.commence(request, response, failure);
                        })
                        .accessDeniedHandler(problems))
                .authorizeHttpRequests(
                        requests -> requests.requestMatchers(PublicPaths.ANY_METHOD.toArray(String[]::new))
                                .permitAll()
                                .requestMatchers(HttpMethod.GET, readOnly)
                                .permitAll()
                                .requestMatchers(HttpMethod.HEAD, readOnly)
                                .permitAll()
                                .requestMatchers(HttpMethod.GET, routes)
                                .permitAll()
                                .requestMatchers(HttpMethod.HEAD, routes)
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .addFilterBefore(new AccessTokenFilter(tokens, contexts), AnonymousAuthenticationFilter.class)
                .addFilterAfter(new InWorkFilter(limits.http(), limits.page()), AccessTokenFilter.class)
                .addFilterAfter(bareStatuses, AuthorizationFilter.class)
                .addFilterAfter(new BodyFilter(limits.http().bodyBytesMax(), steady), AuthorizationFilter.class)
                .build();
    }
}
