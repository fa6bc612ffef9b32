package io.parley.acceptance.api;

import io.parley.limits.Limits;
import io.swagger.v3.oas.models.Operation;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An operation of the OpenAPI document, for tests of what all operations have in common. */
public record DocumentedOperation(
        String id, String method, String template, boolean needsToken, boolean takesBody, boolean takesQuery) {

    private static final String TOO_LONG = "?limit=" + (Limits.packaged().page().entriesMax() + 1);

    /** In the order of the document. */
    public static Stream<DocumentedOperation> all() {
        return ApiDocument.committed().content().getPaths().entrySet().stream()
                .flatMap(path -> path.getValue().readOperationsMap().entrySet().stream()
                        .map(operation -> of(operation.getKey().name(), path.getKey(), operation.getValue())));
    }

    static Stream<DocumentedOperation> withToken() {
        return all().filter(DocumentedOperation::needsToken);
    }

    static Stream<DocumentedOperation> withBody() {
        return all().filter(DocumentedOperation::takesBody);
    }

    static Stream<DocumentedOperation> withQuery() {
        return all().filter(DocumentedOperation::takesQuery);
    }

    static Stream<DocumentedOperation> ofOneConversation() {
        return all().filter(operation -> operation.template.contains("{id}"));
    }

    private static DocumentedOperation of(String method, String template, Operation operation) {
        boolean needsToken =
                operation.getSecurity() != null && !operation.getSecurity().isEmpty();
        boolean takesQuery = operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(parameter -> parameter.getIn().equals("query"));
        boolean takesBody = operation.getRequestBody() != null;
        return new DocumentedOperation(operation.getOperationId(), method, template, needsToken, takesBody, takesQuery);
    }

    /** The address, on this conversation if the operation is about one; a user of this id there is none. */
    String path(String conversation) {
        return template.replace("{id}", conversation).replace("{userId}", conversation);
    }

    /** A request that is well-formed; what it names may not exist. */
    public HttpRequest.Builder wellFormed(Api by, String conversation) {
        return takesBody ? with(by, conversation, body()) : without(by, path(conversation) + query());
    }

    /** A request with this body as JSON. */
    HttpRequest.Builder with(Api by, String conversation, String body) {
        return with(by, conversation, "application/json", BodyPublishers.ofString(body));
    }

    HttpRequest.Builder with(Api by, String conversation, String contentType, HttpRequest.BodyPublisher body) {
        return by.request(path(conversation))
                .header("Content-Type", contentType)
                .method(method, body);
    }

    /** A request without body. */
    HttpRequest.Builder without(Api by, String address) {
        return by.request(address).method(method, BodyPublishers.noBody());
    }

    private String query() {
        return id.equals("findUsers") ? "?username=somebody" : "";
    }

    String body() {
        return switch (id) {
            case "register" -> Json.text(credentials(Person.freshName()));
            case "login" -> Json.text(credentials("somebody"));
            case "refresh" -> "{\"refreshToken\":\"none\"}";
            case "createConversation" -> "{\"type\":\"direct\",\"members\":[\"" + Ids.next() + "\"]}";
            case "sendMessage" -> Json.text(Person.message(Ids.next(), "hello"));
            case "reportMarks" -> "{\"read\":1}";
            default -> "{}";
        };
    }

    private static Map<String, String> credentials(String username) {
        return Map.of("username", username, "password", Person.PASSWORD);
    }

    /** Queries that are each out of range. */
    List<String> wrongQueries() {
        return switch (id) {
            case "findUsers" -> List.of("", "?username=", "?username=a%20b", "?username=ab");
            case "listConversations" -> List.of("?limit=0", TOO_LONG, "?limit=x", "?cursor=x", "?cursor=");
            default -> List.of("?before=3&after=1", "?before=0", "?after=-1", "?limit=0", TOO_LONG, "?before=x");
        };
    }

    @Override
    public String toString() {
        return id;
    }
}
