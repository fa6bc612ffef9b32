package io.parley.account.web;

import io.parley.account.Accounts;
import io.parley.account.Caller;
import io.parley.account.Sessions;
import io.parley.account.web.AccountBodies.LoginRequest;
import io.parley.account.web.AccountBodies.RefreshRequest;
import io.parley.account.web.AccountBodies.RegisterRequest;
import io.parley.account.web.AccountBodies.SessionBody;
import io.parley.problem.ProblemType;
import io.parley.problem.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How a session begins, goes on and ends. */
@RestController
@RequestMapping("/auth")
@Tag(name = "account")
class AuthController {

    private final Accounts accounts;
    private final Sessions sessions;

    AuthController(Accounts accounts, Sessions sessions) {
        this.accounts = accounts;
        this.sessions = sessions;
    }

    @PostMapping("/register")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "register", summary = "Register; the account works at once")
    @ApiResponse(responseCode = "201", description = "The first session of the new user.", useReturnTypeSchema = true)
    @Refuses({ProblemType.USERNAME_TAKEN, ProblemType.EMAIL_TAKEN, ProblemType.OVERLOADED})
    SessionBody register(@Valid @RequestBody RegisterRequest body) {
        return SessionBody.of(accounts.register(body.registration()));
    }

    @PostMapping("/login")
    @Operation(operationId = "login", summary = "Log in by username or e-mail address")
    @ApiResponse(responseCode = "200", description = "A new session of the device.", useReturnTypeSchema = true)
    @Refuses({ProblemType.WRONG_CREDENTIALS, ProblemType.OVERLOADED})
    SessionBody login(@Valid @RequestBody LoginRequest body) {
        return SessionBody.of(accounts.login(body.login()));
    }

    @PostMapping("/refresh")
    @Operation(
            operationId = "refresh",
            summary = "Exchange a refresh token, which is rotated",
            description = "For a short while the old token yields another successor, in case the answer was lost; later"
                    + " use of it ends the session.")
    @ApiResponse(responseCode = "200", description = "The session with new tokens.", useReturnTypeSchema = true)
    @Refuses(ProblemType.REFRESH_REFUSED)
    SessionBody refresh(@Valid @RequestBody RefreshRequest body) {
        return SessionBody.of(sessions.refresh(body.refreshToken()));
    }

    @PostMapping("/logout")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "logout",
            summary = "End the session",
            description = "Its access token is refused at once, and its sockets close.")
    @ApiResponse(responseCode = "204", description = "The session has ended.")
    void logout(@AuthenticationPrincipal Caller caller) {
        sessions.logout(caller);
    }
}
