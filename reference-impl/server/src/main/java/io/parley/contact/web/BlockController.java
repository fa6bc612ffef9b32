package io.parley.contact.web;

import io.parley.account.Caller;
import io.parley.account.User;
import io.parley.contact.Blocks;
import io.parley.kernel.UserId;
import io.parley.kernel.WireTime;
import io.parley.problem.ProblemException;
import io.parley.problem.ProblemType;
import io.parley.problem.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Whom one has blocked (USR-5). There is no way to ask for somebody else's. */
@RestController
@RequestMapping("/users/me/blocks")
@Tag(name = "contact")
class BlockController {

    private final Blocks blocks;

    BlockController(Blocks blocks) {
        this.blocks = blocks;
    }

    /** A line of the list. */
    @Schema(name = "Block")
    record BlockView(
            User user, @Schema(format = "date-time") String since) {}

    /** All of it: the number of blocks has a limit. */
    @Schema(name = "Blocks")
    record BlocksBody(List<BlockView> blocks) {}

    @GetMapping
    @Operation(operationId = "listBlocks", summary = "Whom one has blocked, newest first")
    @ApiResponse(responseCode = "200", description = "All of them.", useReturnTypeSchema = true)
    BlocksBody list(@AuthenticationPrincipal Caller caller) {
        return new BlocksBody(blocks.madeBy(caller.user()).stream()
                .map(blocked -> new BlockView(blocked.user(), WireTime.text(blocked.since())))
                .toList());
    }

    @PutMapping("/{userId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "blockUser",
            summary = "Block a user",
            description =
                    "While one of two users has blocked the other, neither can begin a direct conversation with the"
                            + " other or add to the one that they have. Groups are not affected, and what was written can be"
                            + " read. The other one is not told.")
    @ApiResponse(responseCode = "204", description = "The user is blocked, now or before.")
    @Refuses({ProblemType.INVALID_FIELD, ProblemType.BLOCKS_FULL})
    void block(
            @AuthenticationPrincipal Caller caller,
            @Parameter(schema = @Schema(type = "string", format = "uuid")) @PathVariable String userId) {
        blocks.block(caller.user(), user(userId));
    }

    @DeleteMapping("/{userId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "unblockUser", summary = "Take a block back")
    @ApiResponse(responseCode = "204", description = "The user is not blocked, any more or ever.")
    void unblock(
            @AuthenticationPrincipal Caller caller,
            @Parameter(schema = @Schema(type = "string", format = "uuid")) @PathVariable String userId) {
        blocks.unblock(caller.user(), user(userId));
    }

    /** A path that names no possible user is answered like one that names nobody. */
    private static UserId user(String text) {
        try {
            return UserId.parse(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.of(ProblemType.NOT_FOUND);
        }
    }
}
