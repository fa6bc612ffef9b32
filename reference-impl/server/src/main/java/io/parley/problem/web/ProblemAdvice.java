package io.parley.problem.web;

import io.parley.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Answers every failure of a controller, synchronous or not, with its problem document. */
@RestControllerAdvice
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");
    private static final int SERVER_ERRORS = 500;
    private static final int UNAVAILABLE = 503;

    private final ProblemMapping mapping;

    ProblemAdvice(ProblemMapping mapping) {
        this.mapping = mapping;
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Problem> answer(Exception failure, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        if (failure instanceof AuthenticationException || failure instanceof AccessDeniedException) {
            throw failure; // Spring Security's filter answers these.
        }
        if (response.isCommitted() || failure instanceof AsyncRequestNotUsableException) {
            return null; // The client has gone or has half an answer: nothing more can be said.
        }
        Problem problem = mapping.of(failure, SAFE_METHODS.contains(request.getMethod()));
        log(problem, failure);
        return ProblemResponses.entity(problem);
    }

    private static void log(Problem problem, Exception failure) {
        int status = problem.type().status();
        if (status == UNAVAILABLE) {
            LOG.warn("{}: {}", problem.type().id(), rootCause(failure));
        } else if (status >= SERVER_ERRORS) {
            LOG.error("{}", problem.type().id(), failure);
        }
    }

    /** The class only: messages of drivers and parsers may quote what users wrote. */
    private static String rootCause(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getClass().getName();
    }
}
