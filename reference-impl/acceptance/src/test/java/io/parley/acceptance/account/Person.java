package io.parley.acceptance.account;

import io.parley.acceptance.Answer;
import io.parley.acceptance.Api;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Somebody with an account of their own, and a session of one device. */
public record Person(String id, String username, String deviceId, String accessToken, String refreshToken) {

    static final String PASSWORD = "correct horse";

    /** Registers under a name that nobody has. */
    public static Person registered() {
        String name = freshName();
        return of(Api.anonymous()
                .post("/auth/register", Map.of("username", name, "password", PASSWORD))
                .expect(201));
    }

    /** A further session, on another device. */
    public Person onAnotherDevice() {
        return of(login(Map.of()).expect(200));
    }

    /** A further login on a device of this id. */
    public Person onDevice(String device) {
        return of(login(Map.of("device", Map.of("id", device))).expect(200));
    }

    public Api api() {
        return Api.anonymous().as(accessToken);
    }

    static Answer refresh(String token) {
        return Api.anonymous().post("/auth/refresh", Map.of("refreshToken", token));
    }

    static Person of(Answer session) {
        return new Person(
                session.text("/user/id"),
                session.text("/user/username"),
                session.text("/device/id"),
                session.text("/accessToken"),
                session.text("/refreshToken"));
    }

    static String freshName() {
        return "u-" + UUID.randomUUID().toString().substring(0, 23);
    }

    private Answer login(Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("username", username);
        body.put("password", PASSWORD);
        return Api.anonymous().post("/auth/login", body);
    }
}
