package io.parley.app;

import java.util.List;

/** The addresses that need no token; the filter chain and the OpenAPI document read this one list. */
final class PublicPaths {

    /** Every method: how one gets a token, and the WebSocket, which authenticates by a frame. */
    static final List<String> ANY_METHOD = List.of("/auth/register", "/auth/login", "/auth/refresh", "/ws");

    /** Addresses of the web client that are no files: it routes them itself. */
    static final List<String> CLIENT_ROUTES = List.of("/login", "/register", "/c/**");

    /** GET and HEAD: the web client, the specification, the documents, readiness. */
    static final List<String> READ_ONLY = List.of(
            "/",
            "/index.html",
            "/assets/**",
            "/favicon.svg",
            "/spec",
            "/spec/**",
            "/api-docs",
            "/api-docs.yaml",
            "/actuator/health");

    private PublicPaths() {}
}
