package io.parley.acceptance.api;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A request, before it is sent. Immutable: each method returns another call.
 *
 * <p>A call is held against the OpenAPI document like its answer, unless it says that it is {@link #wrong()}.
 */
public final class Call {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String AUTHORIZATION = "Authorization";
    private static final String CONTENT_TYPE = "Content-Type";

    private final String method;
    private final String path;
    private final Map<String, String> query;
    private final Map<String, String> headers;
    private final byte @Nullable [] body;
    private final boolean wrong;

    private Call(
            String method,
            String path,
            Map<String, String> query,
            Map<String, String> headers,
            byte @Nullable [] body,
            boolean wrong) {
        this.method = method;
        this.path = path;
        this.query = query;
        this.headers = headers;
        this.body = body;
        this.wrong = wrong;
    }

    public static Call of(String method, String path) {
        return new Call(method, path, Map.of(), Map.of(), null, false);
    }

    public static Call get(String path) {
        return of("GET", path);
    }

    public static Call post(String path) {
        return of("POST", path);
    }

    /** With this value as JSON: text as it stands, anything else as Jackson writes it. */
    public static Call post(String path, Object json) {
        return post(path).json(json);
    }

    public static Call patch(String path, Object json) {
        return of("PATCH", path).json(json);
    }

    /** With a query parameter; null leaves it out. */
    public Call query(String name, @Nullable Object value) {
        return value == null ? this : new Call(method, path, with(query, name, value.toString()), headers, body, wrong);
    }

    public Call header(String name, String value) {
        return new Call(method, path, query, with(headers, name, value), body, wrong);
    }

    /** With this bearer token. */
    public Call by(String token) {
        return header(AUTHORIZATION, "Bearer " + token);
    }

    /** With a body of JSON: text as it stands, anything else as Jackson writes it. */
    public Call json(Object json) {
        String text = json instanceof String asItStands ? asItStands : Json.text(json);
        return body("application/json", text.getBytes(StandardCharsets.UTF_8));
    }

    public Call body(String contentType, byte[] bytes) {
        return new Call(method, path, query, with(headers, CONTENT_TYPE, contentType), bytes.clone(), wrong);
    }

    /** Meant to break the contract: only the answer is held against the document. */
    public Call wrong() {
        return new Call(method, path, query, headers, body, true);
    }

    boolean isWrong() {
        return wrong;
    }

    String method() {
        return method;
    }

    String path() {
        return path;
    }

    Map<String, String> query() {
        return query;
    }

    Map<String, String> headers() {
        return headers;
    }

    Optional<byte[]> body() {
        return Optional.ofNullable(body).map(byte[]::clone);
    }

    HttpRequest to(URI address) {
        String parameters = query.entrySet().stream()
                .map(parameter ->
                        parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        URI target = URI.create(address + path + (parameters.isEmpty() ? "" : "?" + parameters));
        HttpRequest.Builder request = HttpRequest.newBuilder(target)
                .timeout(PATIENCE)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return request.build();
    }

    /** Names the request without what it carries. */
    @Override
    public String toString() {
        return method + " " + path + (query.isEmpty() ? "" : " " + query);
    }

    private static Map<String, String> with(Map<String, String> map, String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(map);
        more.put(name, value);
        return Map.copyOf(more);
    }
}
