package io.parley.acceptance.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.acceptance.api.Answer;
import io.parley.acceptance.api.Api;
import io.parley.evidence.Verifies;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a browser gets: the client at each of its addresses, and header fields that leave it no freedom. */
@Verifies("UI-1")
class PagesTest {

    private final Api nobody = Api.anonymous();

    @Test
    void servesTheClientAtEachOfItsAddresses() {
        String client = nobody.get("/").expect(200).body();

        assertThat(client).contains("<title>Parley</title>");
        for (String address : List.of("/login", "/register", "/c/0198c0de-0000-7000-8000-000000000000")) {
            assertThat(nobody.get(address).expect(200).body()).isEqualTo(client);
        }
    }

    @Test
    void holdsBrowsersToItsOwnOrigin() {
        Answer page = nobody.get("/").expect(200);

        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("Server")).isEmpty();
        assertThat(page.headers().map()).doesNotContainKey("set-cookie");
    }

    @Test
    void servesEachPartOfTheSiteUnderItsName() {
        for (String part : List.of("/spec", "/slides", "/what-if")) {
            assertThat(nobody.get(part + "/").expect(200).body()).contains("A page of " + part);
            assertThat(nobody.get(part + "/index.html").expect(200).body()).contains("A page of " + part);
            assertThat(nobody.get(part).expect(302).header("Location")).endsWith(part + "/");
            nobody.get(part + "/none.html").expect(404);
        }
    }

    @Test
    void holdsThePagesOfTheSiteToItsOwnOriginToo() {
        for (String part : List.of("/spec/", "/slides/", "/what-if/")) {
            assertThat(nobody.get(part).expect(200).header("Content-Security-Policy"))
                    .contains("default-src 'none'", "script-src 'self'", "style-src 'self'")
                    .doesNotContain("unsafe");
        }
    }

    @Test
    void letsOnlySlidesHavePicturesInTheirStyleSheets() {
        assertThat(images("/slides/")).isEqualTo("img-src 'self' data:");
        for (String address : List.of("/", "/login", "/spec/", "/what-if/", "/slides", "/users/me")) {
            assertThat(images(address)).as(address).isEqualTo("img-src 'self'");
        }
    }

    private String images(String address) {
        return Arrays.stream(
                        nobody.get(address).header("Content-Security-Policy").split(";", -1))
                .map(String::strip)
                .filter(directive -> directive.startsWith("img-src"))
                .collect(Collectors.joining());
    }

    @Test
    void letsNoAnswerOfTheInterfaceBeKept() {
        assertThat(nobody.get("/users/me").expectProblem(401, "unauthenticated").header("Cache-Control"))
                .contains("no-store");
    }

    @Test
    @Verifies("QG-9")
    void saysWhetherItIsReadyAndNothingElse() {
        assertThat(nobody.get("/actuator/health").expect(200).body()).doesNotContain("postgres");
        for (String endpoint : List.of("/actuator", "/actuator/env", "/actuator/heapdump", "/error")) {
            nobody.get(endpoint).expectProblem(401, "unauthenticated");
        }
    }

    @Test
    @Verifies("API-1")
    void publishesItsOpenApiDocument() {
        Answer document = nobody.get("/api-docs").expect(200);

        assertThat(document.text("/openapi")).startsWith("3.0");
        assertThat(document.text("/servers/0/url")).isEqualTo("/");
        assertThat(document.json().at("/paths").propertyNames())
                .contains("/auth/register", "/auth/login", "/auth/refresh", "/auth/logout", "/users/me", "/users")
                .noneMatch(path -> path.startsWith("/actuator") || path.startsWith("/api-docs"));
        assertThat(nobody.get("/api-docs.yaml").expect(200).body()).startsWith("openapi: 3.0");
    }
}
