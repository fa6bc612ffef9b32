package io.parley.conversation.web;

import io.parley.conversation.PageRequest;
import io.parley.limits.Limits;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The query of a page: texts, so that nothing about them is answered before it is known that the caller may ask. */
record PageParameters(
        @Parameter(
                description =
                        "Only what stands below this position: the page ends right before it. Not together with `after`.",
                schema = @Schema(type = "integer", format = "int64", minimum = "1"))
        @Nullable
        String before,

        @Parameter(
                description =
                        "Only what stands above this position: the page begins right after it. Not together with `before`.",
                schema = @Schema(type = "integer", format = "int64", minimum = "0"))
        @Nullable
        String after,

        @Parameter(description = "Length of the page, at most.", schema = @Schema(type = "integer", minimum = "1"))
        @Nullable
        String limit) {

    PageRequest read(Limits limits) {
        return PageRequest.read(before, after, limit, limits.page());
    }
}
