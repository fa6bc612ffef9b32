package io.parley.acceptance.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.acceptance.api.Api;
import io.parley.acceptance.api.Person;
import io.parley.evidence.Verifies;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

@Verifies({"USR-2", "QG-7"})
class HostileTokensTest {

    private final Person ann = Person.registered();
    private final Person eve = Person.registered();

    @Test
    void refusesATokenThatWasChanged() {
        String forged = changed(eve.accessToken(), 1, eve.id(), ann.id());

        refused(forged);
        refused(eve.accessToken() + "x");
        refused(eve.accessToken().substring(0, eve.accessToken().length() - 4));
        assertThat(Api.anonymous().as(eve.accessToken()).get("/users/me").text("/id"))
                .isEqualTo(eve.id());
    }

    @Test
    void refusesATokenWithoutSignature() {
        String none = changed(changed(eve.accessToken(), 1, eve.id(), ann.id()), 0, "HS256", "none");

        refused(none);
        refused(none.substring(0, none.lastIndexOf('.') + 1));
    }

    @Test
    void refusesASignatureOfAnotherToken() {
        String[] anns = ann.accessToken().split("\\.", -1);
        String[] eves = eve.accessToken().split("\\.", -1);

        refused(anns[0] + "." + anns[1] + "." + eves[2]);
    }

    @Test
    void refusesWhatIsNoAccessToken() {
        refused(eve.refreshToken());
        refused("null");
        refused("a.b.c");
        refused("x".repeat(8000));
    }

    @Test
    void takesATokenFromTheHeaderOnly() {
        Api.anonymous().get("/users/me?access_token=" + ann.accessToken()).expectProblem(401, "unauthenticated");
        Api.anonymous()
                .send(Api.anonymous()
                        .request("/users/me")
                        .header("Authorization", "Basic " + ann.accessToken())
                        .GET())
                .expectProblem(401, "unauthenticated");
    }

    @Test
    void letsNobodyRefreshWithAnAccessTokenOrAGuess() {
        for (String token : List.of(ann.accessToken(), "", "x", "\u0000", "é".repeat(1000))) {
            Person.refresh(token).expectProblem(401, "refresh-refused");
        }
        for (String body : List.of("{}", "{\"refreshToken\":null}", "{\"refreshToken\":[]}")) {
            Api.anonymous().post("/auth/refresh", body).expectInvalid("refreshToken");
        }
        Person.refresh(ann.refreshToken()).expect(200);
    }

    @Test
    void stillLogsInWhenAnOldTokenIsSentAlong() {
        Api.anonymous()
                .as("expired.or.broken")
                .post("/auth/refresh", "{\"refreshToken\":\"" + ann.refreshToken() + "\"}")
                .expect(200);
    }

    private static void refused(String token) {
        Api.anonymous().as(token).get("/users/me").expectProblem(401, "unauthenticated");
    }

    private static String changed(String token, int part, String from, String to) {
        String[] parts = token.split("\\.", -1);
        String plain = new String(Base64.getUrlDecoder().decode(parts[part]), StandardCharsets.UTF_8);
        assertThat(plain).contains(from);
        parts[part] = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(plain.replace(from, to).getBytes(StandardCharsets.UTF_8));
        return String.join(".", parts);
    }
}
