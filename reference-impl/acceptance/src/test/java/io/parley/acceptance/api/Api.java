package io.parley.acceptance.api;

import io.parley.acceptance.Installation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Calls the running server as a client does: JSON in, {@link Answer} out. Whatever goes over it is held against the OpenAPI
 * document ({@link Contract}). Immutable.
 */
public final class Api {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final int AT_ONCE = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final URI server;
    private final @Nullable String accessToken;

    private Api(URI server, @Nullable String accessToken) {
        this.server = server;
        this.accessToken = accessToken;
    }

    /** Calls of nobody to the tests' installation. */
    public static Api anonymous() {
        return to(Installation.address());
    }

    /** Calls of nobody to another node. */
    public static Api to(URI server) {
        return new Api(server, null);
    }

    /** The same calls under an access token. */
    public Api as(String token) {
        return new Api(server, token);
    }

    /** The node that is called, without a slash at the end. */
    public URI server() {
        return server;
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    /** The body is written as JSON; a string is sent as it is. */
    public Answer post(String path, Object body) {
        return send(posting(path, body));
    }

    /** The body is written as JSON; a string is sent as it is. */
    public Answer patch(String path, Object body) {
        return send(withJson("PATCH", path, body));
    }

    /** The body is written as JSON; a string is sent as it is. */
    public Answer put(String path, Object body) {
        return send(withJson("PUT", path, body));
    }

    /** Any method, without body. */
    public Answer call(String method, String path) {
        return send(request(path).method(method, BodyPublishers.noBody()));
    }

    /** A request to complete by hand, for what an honest client would not send. */
    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(server + path)).timeout(PATIENCE);
        return accessToken == null ? request : request.header("Authorization", "Bearer " + accessToken);
    }

    /** A POST to send later. */
    public HttpRequest.Builder posting(String path, Object body) {
        return withJson("POST", path, body);
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            return Contract.check(CLIENT.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends beside others. */
    public CompletableFuture<Answer> start(HttpRequest.Builder request) {
        return CLIENT.sendAsync(request.build(), BodyHandlers.ofString()).thenApply(Contract::check);
    }

    /** Sends them all, some at a time, and returns the answers in the same order. */
    public List<Answer> sendAll(List<HttpRequest.Builder> requests) {
        Semaphore free = new Semaphore(AT_ONCE);
        List<CompletableFuture<Answer>> started = new ArrayList<>();
        for (HttpRequest.Builder request : requests) {
            free.acquireUninterruptibly();
            started.add(start(request).whenComplete((answer, failure) -> free.release()));
        }
        return started.stream().map(CompletableFuture::join).toList();
    }

    private HttpRequest.Builder withJson(String method, String path, Object body) {
        String text = body instanceof String raw ? raw : Json.text(body);
        return request(path).header("Content-Type", "application/json").method(method, BodyPublishers.ofString(text));
    }
}
