package io.parley.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.account.AccessTokens;
import io.parley.account.Caller;
import io.parley.account.Device;
import io.parley.account.SessionEnded;
import io.parley.account.Speaker;
import io.parley.account.Speakers;
import io.parley.account.User;
import io.parley.account.Users;
import io.parley.contact.ContactParts;
import io.parley.contact.NoBlocks;
import io.parley.conversation.ConversationParts;
import io.parley.evidence.Verifies;
import io.parley.inbox.Inbox;
import io.parley.kernel.DeviceId;
import io.parley.kernel.UserId;
import io.parley.limits.Limits;
import io.parley.log.ConversationLog;
import io.parley.log.LogRuntime;
import io.parley.receipt.ReceiptComponent;
import io.parley.simulation.SmallLog;
import io.parley.simulation.engine.Chance;
import io.parley.simulation.engine.Scheduler;
import io.parley.simulation.engine.SimulatedProcess;
import io.parley.simulation.store.Stores;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;

/** A session that ends while its socket is being authenticated: PostgreSQL is asked several times for that. */
@Verifies("USR-2")
class LogoutMeanwhileTest {

    private static final Limits LIMITS = Limits.packaged();

    private final Scheduler scheduler = new Scheduler();
    private final Chance chance = new Chance(1);
    private final SimulatedProcess node = new SimulatedProcess("node", scheduler, chance.split(), Duration.ZERO, 1);
    private final Stores stores = SmallLog.cluster(scheduler, chance).connect(node);
    private final Accounts accounts = new Accounts();
    private final DeliveryParts delivery = delivery();
    private final List<CloseCode> closes = new ArrayList<>();
    private final Caller ann =
            new Caller(new UserId(chance.uuid7(0)), new DeviceId(chance.uuid7(0)), new UUID(1, 1), Instant.MAX);
    private Runnable meanwhile = () -> {};

    @Test
    void closesTheSocket() {
        meanwhile = () -> {
            accounts.ended = true;
            delivery.ended(new SessionEnded(ann.user(), ann.device(), ann.session()));
        };

        authenticate();

        assertThat(closes).containsExactly(CloseCode.UNAUTHENTICATED);
    }

    @Test
    void closesTheSocketAlsoWhenItCannotBeFoundOutWhetherItDid() {
        meanwhile = () -> accounts.silent = true;

        authenticate();

        assertThat(closes).containsExactly(CloseCode.OVERLOADED);
    }

    @Test
    void leavesTheSocketsOfOtherSessionsOpen() {
        meanwhile = () -> delivery.ended(new SessionEnded(ann.user(), ann.device(), new UUID(2, 2)));

        authenticate();

        assertThat(closes).isEmpty();
    }

    private void authenticate() {
        Connection connection = delivery.frames().opened(new Transport() {
            @Override
            public void send(List<EncodedFrame> frames, Runnable done) {
                done.run();
            }

            @Override
            public void close(CloseCode code) {
                closes.add(code);
            }

            @Override
            public void cut() {}
        });
        delivery.frames().received(connection, "{\"type\":\"authenticate\",\"token\":\"ann's\"}");
    }

    private DeliveryParts delivery() {
        LogRuntime runtime = new LogRuntime(
                node.executor(), node.timer(), node.clock(), chance.split().generator());
        ConversationLog log = new ConversationLog(stores.log(), SmallLog.SETTINGS, runtime, committed -> {});
        Inbox inbox = new Inbox(stores.inbox(), 100, 1, Duration.ofSeconds(1), node.executor(), node.clock());
        ConversationParts conversations = ConversationParts.on(
                log,
                stores.directs(),
                new ReceiptComponent(stores.receipts(), inbox, 100, node.executor())
                        .on(log, runtime, Duration.ofSeconds(1), moved -> {}),
                accounts,
                LIMITS,
                node.clock(),
                node.executor());
        return new DeliveryParts(
                conversations.conversations(),
                conversations.marks(),
                inbox,
                accounts,
                accounts,
                accounts,
                ContactParts.on(new NoBlocks(() -> {}), LIMITS, node.clock(), node.executor()),
                LIMITS,
                node.afterStep(),
                node.clock());
    }

    /** Ann's, in whose look-up something else may happen. */
    private final class Accounts implements AccessTokens, Users, Speakers {

        private boolean ended;
        private boolean silent;

        @Override
        public Optional<Caller> verify(String token) {
            if (silent) {
                throw new QueryTimeoutException("PostgreSQL does not answer");
            }
            return ended ? Optional.empty() : Optional.of(ann);
        }

        @Override
        public Optional<User> find(UserId id) {
            return Optional.of(new User(id, "ann", "Ann"));
        }

        @Override
        public Map<UserId, User> byIds(Collection<UserId> ids) {
            return Map.of();
        }

        @Override
        public Map<UserId, User> inMemory(Collection<UserId> ids) {
            return Map.of();
        }

        @Override
        public Optional<Speaker> find(Caller caller) {
            meanwhile.run();
            return find(caller.user()).map(user -> new Speaker(user, new Device(caller.device(), "laptop")));
        }
    }
}
