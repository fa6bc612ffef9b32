package io.parley.problem.web;

import io.parley.problem.Problem;
import io.parley.problem.ProblemType;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/**
 * Answers a range that lies outside its file, by itself: {@code Content-Range}, which tells how long the file is (RFC 9110,
 * 15.5.17), is set by then, and the servlet container would drop it with what else it takes for a part of the content.
 */
final class RangeResponse extends HttpServletResponseWrapper {

    RangeResponse(HttpServletResponse response) {
        super(response);
    }

    @Override
    public void sendError(int status) throws IOException {
        if (status == SC_REQUESTED_RANGE_NOT_SATISFIABLE) {
            ProblemResponses.write((HttpServletResponse) getResponse(), Problem.of(ProblemType.RANGE_NOT_SATISFIABLE));
        } else {
            super.sendError(status);
        }
    }
}
