package io.parley.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.acceptance.PostgresAdapters;
import io.parley.evidence.Verifies;
import io.parley.kernel.UserId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CachedUsersTest {

    @RegisterExtension
    static final PostgresAdapters POSTGRES = new PostgresAdapters();

    private final UserStore store = POSTGRES.of(UserStore.class);
    private final User ann = POSTGRES.newUser();
    private final List<UserId> ids = List.of(ann.id());
    private final int askedBefore = POSTGRES.questions();
    private Duration passed = Duration.ZERO;
    private final CachedUsers users = new CachedUsers(store, () -> passed.toNanos());

    /** How often the store was asked. */
    private int asked() {
        return POSTGRES.questions() - askedBefore;
    }

    @Test
    void asksTheStoreAgainForWhatItWasAskedLongAgo() {
        users.byIds(ids);
        passed = Duration.ofSeconds(29);
        users.byIds(ids);
        assertThat(asked()).isEqualTo(1);

        passed = Duration.ofSeconds(30);
        assertThat(users.byIds(ids)).containsEntry(ann.id(), ann);
        assertThat(asked()).isEqualTo(2);
    }

    @Test
    void hasInMemoryForAWhileWhomItFoundAtTheEndOfAnAge() {
        users.byIds(ids);
        passed = Duration.ofSeconds(30).minusNanos(1);
        users.byIds(ids);

        passed = Duration.ofSeconds(59);
        assertThat(users.inMemory(ids)).containsEntry(ann.id(), ann);
        assertThat(asked()).isEqualTo(1);
    }

    @Test
    @Verifies({"MSG-3", "MSG-17"})
    void hasInMemoryWhomSomebodyHoldsUntilAllWhoDoAreDone() {
        Users.Held first = users.hold(ids);
        Users.Held second = users.hold(ids);
        assertThat(first.users()).containsEntry(ann.id(), ann);
        passed = Duration.ofHours(1);

        first.close();
        assertThat(users.inMemory(ids)).containsEntry(ann.id(), ann);

        second.close();
        assertThat(users.inMemory(ids)).isEmpty();
    }

    @Test
    void showsWhoIsHeldAsTheyAreNow() {
        try (Users.Held held = users.hold(ids)) {
            User renamed = store.rename(ann.id(), "Anna").orElseThrow();
            users.changed(renamed);
            passed = Duration.ofHours(1);

            assertThat(users.inMemory(held.users().keySet())).containsEntry(ann.id(), renamed);
        }
    }
}
