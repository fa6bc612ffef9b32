package io.parley.acceptance.api;

import io.swagger.v3.oas.models.Operation;
import java.util.List;
import java.util.stream.Stream;

/** An operation of the OpenAPI document, for tests of what all operations have in common. */
record DocumentedOperation(
        String id, String method, String template, boolean needsToken, boolean takesBody, boolean takesQuery) {

    static Stream<DocumentedOperation> all() {
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

    static Stream<DocumentedOperation> ofOneConversation() {
        return all().filter(operation -> operation.template.contains("{id}"));
    }

    private static DocumentedOperation of(String method, String template, Operation operation) {
        boolean needsToken =
                operation.getSecurity() != null && !operation.getSecurity().isEmpty();
        boolean takesQuery = operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(parameter -> parameter.getIn().equals("query"));
        return new DocumentedOperation(
                operation.getOperationId(),
                method,
                template,
                needsToken,
                operation.getRequestBody() != null,
                takesQuery);
    }

    /** A call without token, body and query, on this conversation if it is about one. */
    Call on(String conversation) {
        return Call.of(method, template.replace("{id}", conversation)).wrong();
    }

    /** A call that is well-formed but for what is added to it: whoever sends it may be refused. */
    Call wellFormed(String conversation) {
        Call call = on(conversation);
        if (takesQuery && template.equals("/users")) {
            return call.query("username", "somebody");
        }
        return takesBody ? call.json(body()) : call;
    }

    private String body() {
        return switch (id) {
            case "register" -> "{\"username\":\"" + Ids.username() + "\",\"password\":\"" + Person.PASSWORD + "\"}";
            case "login" -> "{\"username\":\"somebody\",\"password\":\"" + Person.PASSWORD + "\"}";
            case "refresh" -> "{\"refreshToken\":\"none\"}";
            case "createConversation" -> "{\"type\":\"direct\",\"members\":[\"" + Ids.next() + "\"]}";
            case "sendMessage" -> Json.text(Person.message(Ids.next(), "hello"));
            default -> "{}";
        };
    }

    /** Queries of which each is out of range. */
    List<Call> withWrongQuery(String conversation) {
        return switch (id) {
            case "findUsers" -> List.of(on(conversation), on(conversation).query("username", "a b"));
            case "listConversations" ->
                List.of(on(conversation).query("limit", 0), on(conversation).query("cursor", "x"));
            default -> List.of(on(conversation).query("before", 3).query("after", 1));
        };
    }

    @Override
    public String toString() {
        return id;
    }
}
