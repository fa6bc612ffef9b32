package io.parley.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Route;
import io.parley.acceptance.Installation;
import io.parley.evidence.Verifies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What a real browser exchanges is held against the API documents; each way to break them is noticed. */
@ResourceLock(SharedBrowser.LOCK)
@Verifies({"API-1", "API-2"})
class TrafficTest {

    private final Person ann = Person.named("ann", Installation.address());

    @Test
    void mayNotHaveAnAnswerThatTheDocumentDoesNotPromise() {
        ann.page()
                .route(
                        "**/auth/register",
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setStatus(201)
                                .setContentType("application/json")
                                .setBody("{\"secret\": 1}")));
        ann.opens("/register");
        registers("{username: 'ann', password: 'long enough'}");

        assertThatThrownBy(ann::close)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("OpenAPI")
                .hasMessageContaining("/auth/register answered 201");
    }

    @Test
    void mayNotHaveARequestThatTheDocumentDoesNotAllowAlsoIfItIsRefused() {
        ann.opens("/register");
        registers("{username: 5, password: 'long enough'}");

        assertThatThrownBy(ann::close)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("OpenAPI")
                .hasMessageContaining("the request")
                .hasMessageContaining("username");
    }

    @Test
    void mayNotHaveAFrameThatTheDocumentDoesNotDescribe() {
        ann.opens("/login");
        Object closed = ann.page()
                .evaluate("new Promise(done => {"
                        + " const socket = new WebSocket(location.origin.replace('http', 'ws') + '/ws');"
                        + " socket.onopen = () => socket.send('{\"type\": \"shout\"}');"
                        + " socket.onclose = () => done('closed');"
                        + " socket.onmessage = () => socket.close(); })");
        assertThat(closed).isEqualTo("closed");

        assertThatThrownBy(ann::close)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("types of frames from the CLIENT")
                .hasMessageContaining("shout");
    }

    private void registers(String body) {
        ann.page()
                .evaluate("fetch('/auth/register', {method: 'POST', headers: {'Content-Type': 'application/json'},"
                        + " body: JSON.stringify(" + body + ")}).then(answer => answer.text())");
    }
}
