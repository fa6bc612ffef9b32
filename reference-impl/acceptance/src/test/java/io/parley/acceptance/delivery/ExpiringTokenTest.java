package io.parley.acceptance.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.acceptance.Installation;
import io.parley.acceptance.api.Ids;
import io.parley.acceptance.api.LiveSocket;
import io.parley.acceptance.api.Person;
import io.parley.evidence.Verifies;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A token ends while its connection is open. */
@Verifies({"API-1", "QG-7", "USR-2"})
class ExpiringTokenTest {

    private static final int UNAUTHENTICATED = 4401;
    private static final Duration LIFE = Duration.ofSeconds(3);

    private final Person ann = Person.registered();
    private final Person bob = Person.registered();
    private final String conversation = ann.talksTo(bob).id();

    @Test
    void endsItsConnectionAndNoOther() {
        try (LiveSocket others = LiveSocket.of(ann.onAnotherDevice());
                LiveSocket bobs = LiveSocket.of(bob);
                LiveSocket socket = LiveSocket.to(Installation.address())) {
            socket.authenticate(ShortToken.of(ann, LIFE));
            String before = Ids.next();
            socket.sendMessage(conversation, before, "while it lasts");
            assertThat(socket.answerTo(before).get("type").asString()).isEqualTo("accepted");

            assertThat(socket.awaitClose()).isEqualTo(UNAUTHENTICATED);

            String after = bob.says(conversation, "afterwards").id();
            others.awaitEntry(after);
            bobs.awaitEntry(after);
            assertThat(socket.frames())
                    .noneMatch(frame -> frame.at("/entry/id").asString("").equals(after));
        }
    }

    @Test
    void endsNothingWhenANewerOneCameBefore() {
        String ending = ShortToken.of(ann, LIFE);
        try (LiveSocket renewed = LiveSocket.to(Installation.address());
                LiveSocket forgotten = LiveSocket.to(Installation.address())) {
            renewed.authenticate(ending);
            forgotten.authenticate(ending);

            renewed.authenticate(ann.accessToken());

            assertThat(forgotten.awaitClose()).isEqualTo(UNAUTHENTICATED);
            renewed.ping();
            renewed.awaitEntry(bob.says(conversation, "still there").id());
        }
    }
}
