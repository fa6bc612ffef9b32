package io.parley.acceptance.api;

import io.parley.acceptance.Installation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;

/**
 * The REST interface of a node. Whatever goes over it is held against the OpenAPI document, and what the document promises
 * is recorded as seen ({@link Occurrences}). Thread-safe.
 */
public final class Api {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final URI address;

    private Api(URI address) {
        this.address = address;
    }

    /** Of the shared installation. */
    public static Api shared() {
        return at(Installation.address());
    }

    /** Of the node at this address, which has no slash at its end. */
    public static Api at(URI address) {
        return new Api(address);
    }

    public URI address() {
        return address;
    }

    /** Sends the request and waits for the answer, a minute at most. */
    public Answer send(Call call) {
        ApiDocument.committed().requireValid(call);
        try {
            return checked(call, HTTP.send(call.to(address), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(call.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted during " + call, e);
        }
    }

    /** Sends the request beside others. */
    public CompletableFuture<Answer> start(Call call) {
        ApiDocument.committed().requireValid(call);
        return HTTP.sendAsync(call.to(address), HttpResponse.BodyHandlers.ofByteArray())
                .thenApply(response -> checked(call, response));
    }

    private static Answer checked(Call call, HttpResponse<byte[]> response) {
        Answer answer = new Answer(
                call.toString(), response.statusCode(), response.headers().map(), response.body());
        ApiDocument.committed().check(call, answer);
        return answer;
    }
}
