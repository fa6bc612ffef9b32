package io.parley.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.problem.ProblemType;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds what goes over HTTP against the OpenAPI document and the error catalogue, and records what of the document was seen
 * to happen. Thread-safe.
 *
 * <p>Every answer is checked. A request is checked when the server took it for well-formed, as what it refuses as malformed was
 * meant to be, or when its client sends nothing malformed. Addresses outside the document (pages, mistaken ones) are checked for problem documents only.
 */
public final class Contract {

    private static final String OTHERWISE = "default";

    /** Answers that say that the request itself was well-formed. */
    private static final Set<Integer> TAKEN = Set.of(200, 201, 204, 403, 409, 422, 503);

    private Contract() {}

    /** The answer, after it was found to be as promised. */
    public static Answer check(HttpResponse<String> response) {
        return check(response.request(), Answer.of(response));
    }

    /** The same for an exchange of another client for HTTP. */
    public static Answer check(HttpRequest request, Answer answer) {
        hold(ApiDocument.committed(), request, answer).forEach(Occurrences::add);
        return answer;
    }

    /** A request of a client that means to be understood, whatever is answered. */
    public static void sent(HttpRequest request) {
        ApiDocument document = ApiDocument.committed();
        document.operation(request.method(), request.uri().getPath())
                .ifPresent(operation -> document.requireValid(request));
    }

    /** A refusal of bytes that no client for HTTP sends, which are not checked themselves. */
    public static void checkRefusal(String method, String path, Answer answer) {
        if (ApiDocument.committed().operation(method, path).isPresent()) {
            URI address = URI.create("http://parley" + path);
            check(
                    HttpRequest.newBuilder(address)
                            .method(method, BodyPublishers.noBody())
                            .build(),
                    answer);
        } else {
            Occurrences.add(Occurrences.ofProblem(answer.problem()));
        }
    }

    /** What of the document occurred; fails on what it does not allow. */
    static Set<String> hold(ApiDocument document, HttpRequest request, Answer answer) {
        Optional<ProblemType> problem = answer.status() < 400 ? Optional.empty() : Optional.of(answer.problem());
        Set<String> occurred = new HashSet<>();
        problem.ifPresent(type -> occurred.add(Occurrences.ofProblem(type)));
        document.operation(request.method(), request.uri().getPath())
                .ifPresent(operation -> occurred.addAll(hold(document, operation, request, answer, problem)));
        return occurred;
    }

    private static Set<String> hold(
            ApiDocument document,
            Operation operation,
            HttpRequest request,
            Answer answer,
            Optional<ProblemType> problem) {
        if (TAKEN.contains(answer.status())) {
            document.requireValid(request);
        }
        document.requireValid(request, answer);
        String status = Integer.toString(answer.status());
        @Nullable ApiResponse described = operation.getResponses().get(status);
        if (described == null) {
            assertThat(answer.status())
                    .as("a failure of the server that the document does not name: %s", answer)
                    .isLessThan(ProblemType.INTERNAL_ERROR.status());
            return Set.of(Occurrences.of(operation.getOperationId(), OTHERWISE));
        }
        Set<String> occurred = new HashSet<>(Set.of(Occurrences.of(operation.getOperationId(), status)));
        problem.ifPresent(type -> {
            assertThat(ApiDocument.problems(described))
                    .as("problems that the document names for %s", answer)
                    .contains(type.id());
            occurred.add(Occurrences.of(operation.getOperationId(), status + " " + type.id()));
        });
        return occurred;
    }
}
