package io.parley.conversation.web;

import io.parley.conversation.PageRequest;
import io.parley.limits.Limits;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The query of a page: texts, so that nothing about them is answered before it is known that the caller may ask. */
record PageParameters(
        @Parameter(
                description = "Position, exclusive",
                schema = @Schema(type = "integer", format = "int64", minimum = "1"))
        @Nullable
        String before,

        @Parameter(
                description = "Position, exclusive",
                schema = @Schema(type = "integer", format = "int64", minimum = "0"))
        @Nullable
        String after,

        @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "200")) @Nullable
        String limit) {

    PageRequest read(Limits limits) {
        return PageRequest.read(before, after, limit, limits.page());
    }
}
