package io.parley.app;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The addresses that need no token; the filter chain and the OpenAPI document read this one list. */
final class PublicPaths {

    /** Where sockets are opened. */
    static final String SOCKET = "/ws";

    /** Whether this node takes requests. */
    private static final String HEALTH = "/actuator/health";

    /** Every method: how one gets a token, and the WebSocket, which authenticates by a frame. */
    static final List<String> ANY_METHOD = List.of("/auth/register", "/auth/login", "/auth/refresh", SOCKET);

    /** What is asked for by GET without a body, and answered in a few bytes or none. */
    static final Set<String> SHORT = Set.of(SOCKET, HEALTH);

    /** Addresses of the web client that are no files: it routes them itself. */
    static final List<String> CLIENT_ROUTES = List.of("/login", "/register", "/c/**");

    /** Folders of the site, each served under its name. */
    static final List<String> SITE_PARTS = List.of("/spec", "/slides", "/what-if");

    /** GET and HEAD: the web client, the site, the documents, readiness. */
    static final List<String> READ_ONLY = Stream.of(
                    Stream.of("/", "/index.html", "/assets/**", "/favicon.svg"),
                    SITE_PARTS.stream().flatMap(part -> Stream.of(part, part + "/**")),
                    Stream.of("/api-docs", "/api-docs.yaml", HEALTH))
            .flatMap(paths -> paths)
            .toList();

    private PublicPaths() {}
}
