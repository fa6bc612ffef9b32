package io.parley.problem.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import io.parley.limits.Limits;
import io.parley.problem.Problem;
import io.parley.problem.ProblemException;
import io.parley.problem.ProblemType;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

@Verifies("API-2")
class ProblemMappingTest {

    private final StatusProblems statuses = new StatusProblems(Limits.packaged());
    private final ProblemMapping mapping = new ProblemMapping(statuses);

    @Test
    void keepsAProblemThatWasThrown() {
        Problem problem = Problem.of(ProblemType.ID_IN_USE);

        assertThat(mapping.of(new ProblemException(problem), false)).isSameAs(problem);
    }

    @Test
    void mapsWhatSpringMvcRefuses() {
        assertThat(type(new NoHandlerFoundException("GET", "/x", HttpHeaders.EMPTY)))
                .isEqualTo(ProblemType.NOT_FOUND);
        assertThat(type(new NoResourceFoundException(HttpMethod.GET, "/x", "x")))
                .isEqualTo(ProblemType.NOT_FOUND);
        assertThat(type(new HttpMediaTypeNotSupportedException("x"))).isEqualTo(ProblemType.UNSUPPORTED_MEDIA_TYPE);
        assertThat(type(new HttpMediaTypeNotAcceptableException(List.of(MediaType.APPLICATION_JSON))))
                .isEqualTo(ProblemType.NOT_ACCEPTABLE);
        assertThat(type(new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE)))
                .isEqualTo(ProblemType.BODY_TOO_LARGE);
    }

    @Test
    void namesTheMethodsThatAreAllowed() {
        assertThat(mapping.of(new HttpRequestMethodNotSupportedException("PUT", List.of("POST", "GET")), false))
                .isEqualTo(Problem.methodNotAllowed(List.of("GET", "POST")));
    }

    @Test
    void namesAMissingParameter() {
        assertThat(mapping.of(new MissingServletRequestParameterException("username", "String"), true))
                .isEqualTo(Problem.invalidField("username", "a value"));
    }

    @Test
    void saysThatAStoreDoesNotAnswer() {
        assertThat(List.of(
                        new DataAccessResourceFailureException("x"),
                        new QueryTimeoutException("x"),
                        new CannotCreateTransactionException("x")))
                .allSatisfy(failure -> assertThat(type(failure)).isEqualTo(ProblemType.STORE_UNAVAILABLE));
    }

    @Test
    void leavesTheOutcomeOfAWriteThatTimedOutOpen() {
        AsyncRequestTimeoutException timeout = new AsyncRequestTimeoutException();

        assertThat(mapping.of(timeout, false).type()).isEqualTo(ProblemType.OUTCOME_UNKNOWN);
        assertThat(mapping.of(timeout, true).type()).isEqualTo(ProblemType.STORE_UNAVAILABLE);
    }

    @Test
    void tellsNothingOfItsOwnMistakes() {
        for (Exception mistake :
                List.of(new IllegalStateException("secret"), new DataIntegrityViolationException("secret"))) {
            assertThat(mapping.of(mistake, false)).isEqualTo(Problem.of(ProblemType.INTERNAL_ERROR));
        }
    }

    @Test
    void hasAProblemForEveryStatusOfTheCatalogue() {
        // 403, 409, 422 and 429 are refusals of ours: no framework answers the last three, and its 403 is a 404 here.
        List<Integer> ours = List.of(403, 409, 422, 429);
        assertThat(Arrays.stream(ProblemType.values()).map(ProblemType::status).filter(code -> !ours.contains(code)))
                .allSatisfy(
                        code -> assertThat(statuses.of(code).type().status()).isEqualTo(code));
    }

    @Test
    void answersAnyOtherStatusByItsClass() {
        assertThat(statuses.of(418).type()).isEqualTo(ProblemType.MALFORMED_REQUEST);
        assertThat(statuses.of(507).type()).isEqualTo(ProblemType.INTERNAL_ERROR);
    }

    private ProblemType type(Exception failure) {
        return mapping.of(failure, false).type();
    }
}
