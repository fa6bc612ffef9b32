package io.parley.load;

import static io.gatling.javaapi.core.CoreDsl.asLongAsDuring;
import static io.gatling.javaapi.core.CoreDsl.details;
import static io.gatling.javaapi.core.CoreDsl.doIf;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.listFeeder;
import static io.gatling.javaapi.core.CoreDsl.pace;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.rampUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.ws;

import com.github.f4b6a3.uuid.UuidCreator;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Users who are all online send into groups and direct conversations at an even rate. Every delivery is measured at its
 * recipient: p99 below the bound (QG-1), and none missing (MSG-17). See README.md.
 */
public final class DeliverySimulation extends Simulation {

    private static final String SCENARIO = "members of groups and direct conversations";
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration RAMP = Duration.ofSeconds(5);
    private static final Duration ONLINE_WAIT = Duration.ofSeconds(60);
    private static final Duration LAST_WAIT = Duration.ofSeconds(10);
    private static final int FRAMES_BETWEEN_LOOKS_MAX = 10_000;

    private final LoadSettings settings = LoadSettings.fromProperties();
    private final List<Actor> actors = Cast.engage(settings);
    private final Deliveries deliveries = new Deliveries();
    private final Statistics statistics = new Statistics(SCENARIO);
    private final Inbound inbound = new Inbound(deliveries, statistics);
    private final AtomicInteger awaited = new AtomicInteger(settings.users() - settings.absent());
    private final AtomicInteger sending = new AtomicInteger(settings.users() - settings.absent());

    /** Makes users and conversations at once, before Gatling starts to measure. */
    public DeliverySimulation() {
        List<Map<String, Object>> rows = actors.stream()
                .map(actor -> Map.<String, Object>of("actor", actor))
                .toList();
        setUp(scenario(SCENARIO)
                        .feed(listFeeder(rows).queue())
                        .exec(statistics)
                        .doIfOrElse(session -> actor(session).absent())
                        .then(untilAllCame())
                        .orElse(
                                goOnline(),
                                sendAndLook(),
                                untilAllCame(),
                                exec(ws("close").close()))
                        .exec(this::giveUp)
                        .injectOpen(rampUsers(settings.users()).during(RAMP)))
                .protocols(http.baseUrl(settings.url().toString())
                        .wsBaseUrl(settings.socketBase().toString())
                        .wsUnmatchedInboundMessageBufferSize(FRAMES_BETWEEN_LOOKS_MAX))
                .assertions(
                        details(Statistics.DELIVERY)
                                .responseTime()
                                .percentile(99.0)
                                .lt((int) settings.deliveryBound().toMillis()),
                        details(Statistics.DELIVERY).failedRequests().count().is(0L),
                        // Without this one, a server that refuses under load would look fast.
                        details(Statistics.ACKNOWLEDGEMENT)
                                .failedRequests()
                                .count()
                                .is(0L));
    }

    private ChainBuilder goOnline() {
        return exec(ws("connect").connect("/ws"))
                .exec(ws("authenticate")
                        .sendText(session -> Frames.authenticate(actor(session)))
                        .await(ONLINE_WAIT)
                        .on(ws.checkTextMessage("authenticated")
                                .check(jsonPath("$.type").is("authenticated"))))
                .exec(session -> {
                    awaited.decrementAndGet();
                    return session;
                })
                .asLongAsDuring(session -> awaited.get() > 0, ONLINE_WAIT)
                .on(pause(LOOK));
    }

    /** Each at an own pace from an own moment, so that messages are spread evenly; nobody waits for an answer. */
    private ChainBuilder sendAndLook() {
        return pause(Duration.ZERO, settings.betweenMessages())
                .during(settings.length())
                .on(pace(settings.betweenMessages())
                        // At once before the send, which throws away what came and was not looked at.
                        .exec(look())
                        .exec(ws("send").sendText(this::nextMessage)))
                .exec(session -> {
                    sending.decrementAndGet();
                    return session;
                });
    }

    private ChainBuilder untilAllCame() {
        Duration patience = settings.absent() == 0
                ? settings.betweenMessages().plus(LAST_WAIT)
                : settings.length().plus(RAMP).plus(LAST_WAIT);
        return asLongAsDuring(session -> sending.get() > 0 || deliveries.missing() > 0, patience)
                .on(doIf(session -> !actor(session).absent()).then(look()).pause(LOOK))
                .exec(doIf(session -> !actor(session).absent()).then(look()));
    }

    private ChainBuilder look() {
        return exec(ws.processUnmatchedMessages((frames, session) -> {
            inbound.read(actor(session), frames);
            return session;
        }));
    }

    private String nextMessage(Session session) {
        Actor author = actor(session);
        ThreadLocalRandom random = ThreadLocalRandom.current();
        List<Actor.Room> rooms = random.nextBoolean() ? author.groups() : author.directs();
        Actor.Room room = rooms.get(random.nextInt(rooms.size()));
        String id = UuidCreator.getTimeOrderedEpoch().toString();
        List<String> recipients = room.members().stream()
                .filter(member -> !member.equals(author.userId()))
                .toList();
        deliveries.sent(id, recipients, System.currentTimeMillis());
        return Frames.send(room.id(), id);
    }

    private Session giveUp(Session session) {
        inbound.giveUp(actor(session));
        return session;
    }

    private static Actor actor(Session session) {
        return Objects.requireNonNull(session.<Actor>get("actor"));
    }

    @Override
    public void after() {
        Summary summary = Summary.of(settings, deliveries);
        System.out.println(summary);
        settings.results().ifPresent(summary::record);
    }
}
