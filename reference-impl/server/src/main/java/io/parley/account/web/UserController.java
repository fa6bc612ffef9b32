package io.parley.account.web;

import io.parley.account.Accounts;
import io.parley.account.Caller;
import io.parley.account.User;
import io.parley.account.web.AccountBodies.ProfileChange;
import io.parley.account.web.AccountBodies.UsersBody;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One's own profile, and the others by name. */
@RestController
@RequestMapping("/users")
@Tag(name = "account")
class UserController {

    private final Accounts accounts;

    UserController(Accounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping("/me")
    @Operation(operationId = "getMe", summary = "One's own profile")
    @ApiResponse(responseCode = "200", description = "The caller's profile.", useReturnTypeSchema = true)
    User me(@AuthenticationPrincipal Caller caller) {
        return accounts.profile(caller);
    }

    @PatchMapping("/me")
    @Operation(operationId = "changeMe", summary = "Change one's own profile; what is absent stays")
    @ApiResponse(responseCode = "200", description = "The profile after the change.", useReturnTypeSchema = true)
    User change(@AuthenticationPrincipal Caller caller, @RequestBody ProfileChange change) {
        return change.displayName() == null ? accounts.profile(caller) : accounts.rename(caller, change.displayName());
    }

    @GetMapping
    @Operation(operationId = "findUsers", summary = "The user of exactly this name, in any case, or none")
    @ApiResponse(responseCode = "200", description = "A list of one user or none.", useReturnTypeSchema = true)
    UsersBody find(@RequestParam String username) {
        return new UsersBody(accounts.byUsername(username).stream().toList());
    }
}
