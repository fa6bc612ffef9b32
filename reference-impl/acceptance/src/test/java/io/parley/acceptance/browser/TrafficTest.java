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
        ann.page().evaluate("fetch('/auth/register', {method: 'POST', body: '{}'}).then(answer => answer.text())");

        assertThatThrownBy(ann::close)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("OpenAPI")
                .hasMessageContaining("/auth/register");
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
}
