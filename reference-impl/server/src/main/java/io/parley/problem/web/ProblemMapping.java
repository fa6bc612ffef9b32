package io.parley.problem.web;

import io.parley.problem.Extension.Invalid;
import io.parley.problem.Problem;
import io.parley.problem.ProblemException;
import io.parley.problem.ProblemType;
import io.parley.problem.StoreAnswers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.MethodParameter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** The one list of what Spring MVC can throw and which problem it is. */
final class ProblemMapping {

    private final StatusProblems statuses;

    ProblemMapping(StatusProblems statuses) {
        this.statuses = statuses;
    }

    /**
     * The problem that answers a failure.
     *
     * @param safe whether the request's method changes nothing, so that a time-out leaves no outcome open
     */
    Problem of(Throwable failure, boolean safe) {
        if (failure instanceof ProblemException known) {
            return known.problem();
        }
        if (failure instanceof HttpMessageNotReadableException unreadable) {
            return BodyProblems.unreadable(unreadable.getCause());
        }
        if (failure instanceof BindException invalid) {
            return Problem.invalidFields(fields(invalid));
        }
        if (failure instanceof HandlerMethodValidationException invalid) {
            return Problem.invalidFields(parameters(invalid));
        }
        if (failure instanceof MissingRequestValueException missing) {
            return Problem.invalidField(nameOf(missing), "a value");
        }
        if (failure instanceof TypeMismatchException mismatch) {
            return Problem.invalidField(nameOf(mismatch), BodyProblems.expected(mismatch.getRequiredType()));
        }
        if (failure instanceof HttpRequestMethodNotSupportedException method) {
            String[] supported = method.getSupportedMethods();
            return Problem.methodNotAllowed(supported == null ? StatusProblems.METHODS : Arrays.asList(supported));
        }
        if (failure instanceof AsyncRequestTimeoutException) {
            return safe ? Problem.storeUnavailable() : Problem.outcomeUnknown();
        }
        if (StoreAnswers.isUnavailability(failure)) {
            return Problem.storeUnavailable();
        }
        if (failure instanceof ErrorResponse response) {
            return statuses.of(response.getStatusCode().value());
        }
        return Problem.of(ProblemType.INTERNAL_ERROR);
    }

    private static List<Invalid> fields(Errors errors) {
        List<Invalid> invalid = new ArrayList<>();
        for (FieldError error : errors.getFieldErrors()) {
            invalid.add(new Invalid(error.getField(), sentence(error)));
        }
        errors.getGlobalErrors().forEach(error -> invalid.add(new Invalid("body", sentence(error))));
        return invalid;
    }

    private static List<Invalid> parameters(HandlerMethodValidationException failure) {
        List<Invalid> invalid = new ArrayList<>();
        failure.getParameterValidationResults().forEach(result -> {
            if (result instanceof Errors body) {
                invalid.addAll(fields(body));
            } else {
                String name = nameOf(result.getMethodParameter());
                result.getResolvableErrors().forEach(error -> invalid.add(new Invalid(name, sentence(error))));
            }
        });
        failure.getCrossParameterValidationResults()
                .forEach(error -> invalid.add(new Invalid("request", sentence(error))));
        return invalid;
    }

    private static String sentence(MessageSourceResolvable error) {
        return Objects.requireNonNullElse(error.getDefaultMessage(), "another value");
    }

    private static String nameOf(MissingRequestValueException missing) {
        return missing instanceof MissingServletRequestParameterException parameter
                ? parameter.getParameterName()
                : "request";
    }

    private static String nameOf(TypeMismatchException mismatch) {
        return mismatch instanceof MethodArgumentTypeMismatchException argument
                ? argument.getName()
                : Objects.requireNonNullElse(mismatch.getPropertyName(), "request");
    }

    private static String nameOf(MethodParameter parameter) {
        @Nullable String name = parameter.getParameterName();
        return name == null ? "request" : name;
    }
}
