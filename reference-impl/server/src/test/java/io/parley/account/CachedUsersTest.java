package io.parley.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import io.parley.kernel.UserId;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CachedUsersTest {

    private static final User ANN = new User(new UserId(new UUID(0, 1)), "ann", "Ann");
    private static final List<UserId> IDS = List.of(ANN.id());

    private final List<Object> asked = new ArrayList<>();
    private Duration passed = Duration.ZERO;
    private final CachedUsers users = new CachedUsers(storeWithAnn(), () -> passed.toNanos());

    @Test
    void asksTheStoreAgainForWhatItWasAskedLongAgo() {
        users.byIds(IDS);
        passed = Duration.ofSeconds(29);
        users.byIds(IDS);
        assertThat(asked).hasSize(1);

        passed = Duration.ofSeconds(30);
        assertThat(users.byIds(IDS)).containsEntry(ANN.id(), ANN);
        assertThat(asked).hasSize(2);
    }

    @Test
    void hasInMemoryForAWhileWhomItFoundAtTheEndOfAnAge() {
        users.byIds(IDS);
        passed = Duration.ofSeconds(30).minusNanos(1);
        users.byIds(IDS);

        passed = Duration.ofSeconds(59);
        assertThat(users.inMemory(IDS)).containsEntry(ANN.id(), ANN);
        assertThat(asked).hasSize(1);
    }

    @Test
    @Verifies({"MSG-3", "MSG-17"})
    void hasInMemoryWhomSomebodyHoldsUntilAllWhoDoAreDone() {
        Users.Held first = users.hold(IDS);
        Users.Held second = users.hold(IDS);
        assertThat(first.users()).containsEntry(ANN.id(), ANN);
        passed = Duration.ofHours(1);

        first.close();
        assertThat(users.inMemory(IDS)).containsEntry(ANN.id(), ANN);

        second.close();
        assertThat(users.inMemory(IDS)).isEmpty();
    }

    @Test
    void showsWhoIsHeldAsTheyAreNow() {
        try (Users.Held held = users.hold(IDS)) {
            User renamed = new User(ANN.id(), "ann", "Anna");
            users.changed(renamed);
            passed = Duration.ofHours(1);

            assertThat(users.inMemory(held.users().keySet())).containsEntry(ANN.id(), renamed);
        }
    }

    private UserStore storeWithAnn() {
        return (UserStore) Proxy.newProxyInstance(
                UserStore.class.getClassLoader(), new Class<?>[] {UserStore.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("byIds");
                    asked.add(arguments[0]);
                    return List.of(ANN);
                });
    }
}
