package io.parley.conformance;

import static io.parley.conformance.Seed.model;
import static io.parley.conformance.Seed.type;

import java.util.List;
import java.util.stream.Stream;

/** Planted violations of what every package, the deterministic core and those who need a guarded method keep. */
final class HabitSeeds {

    private static final String SERVER = "parley.server.";

    private HabitSeeds() {}

    static Stream<Seed> all() {
        return Stream.of(habits(), core(), guards()).flatMap(s -> s);
    }

    private static Stream<Seed> habits() {
        return Stream.of(
                new Seed(
                        "null-marked",
                        "package without package-info added",
                        List.of(SERVER + "log"),
                        "io.parley.log.rogue",
                        type("io.parley.log.rogue.Rogue", "class Rogue {}")),
                new Seed(
                        "field-injection",
                        "injected field added",
                        List.of(SERVER + "account"),
                        "io.parley.account.Rogue.clock",
                        type(
                                "io.parley.account.Rogue",
                                "class Rogue { @org.springframework.beans.factory.annotation.Autowired"
                                        + " java.time.Clock clock; }")),
                new Seed(
                        "narrow-adapter",
                        "public type added to an adapter",
                        List.of(SERVER + "account"),
                        "io.parley.account.postgres.Rogue",
                        type("io.parley.account.postgres.Rogue", "public class Rogue {}")));
    }

    /** One for each way out of determinism. */
    private static Stream<Seed> core() {
        return Stream.of(
                        "Thread.sleep(1)",
                        "new Thread(() -> {})",
                        "new Object().wait()",
                        "System.nanoTime()",
                        "System.currentTimeMillis()",
                        "java.time.Instant.now()",
                        "java.time.Clock.systemUTC()",
                        "java.util.concurrent.Executors.newCachedThreadPool()",
                        "new java.util.concurrent.CompletableFuture<String>().join()",
                        "new java.util.concurrent.CompletableFuture<String>().get()",
                        "new java.util.concurrent.CompletableFuture<String>().thenRunAsync(() -> {})",
                        "new java.util.concurrent.CompletableFuture<String>().orTimeout(1, java.util.concurrent.TimeUnit.SECONDS)",
                        "java.util.concurrent.CompletableFuture.supplyAsync(() -> 1)",
                        "new java.util.concurrent.LinkedBlockingQueue<String>().take()",
                        "new java.util.concurrent.CountDownLatch(1).await()",
                        "java.util.concurrent.locks.LockSupport.parkNanos(1)",
                        "new java.util.Random()",
                        "Math.random()",
                        "java.util.UUID.randomUUID()",
                        "java.util.concurrent.ThreadLocalRandom.current()",
                        "new java.security.SecureRandom()",
                        "java.util.List.of(1).parallelStream()",
                        "((java.util.function.LongSupplier) System::nanoTime).getAsLong()")
                .map(call -> new Seed(
                        "deterministic-core",
                        "core uses " + call,
                        List.of(SERVER + "log"),
                        "io.parley.log.Rogue uses ",
                        type("io.parley.log.Rogue", "class Rogue { void run() throws Exception { " + call + "; } }")));
    }

    /** Past the bound of all reads: from another component, beside the guard, by the adapter's name; and a guard of nothing. */
    private static Stream<Seed> guards() {
        String read =
                "class Rogue { Object read(%s store, io.parley.kernel.ConversationId id, io.parley.kernel.Seq seq) {"
                        + " return store.read(id, 0, seq, seq, io.parley.log.LogStore.Consistency.QUORUM); } }";
        String snapshots = "class Rogue { java.util.function.Function<io.parley.kernel.ConversationId, ?> of("
                + "io.parley.log.LogStore store) { return store::latestSnapshot; } }";
        return Stream.of(
                new Seed(
                        "guarded-method",
                        "entries read past the guard",
                        List.of(SERVER + "erasure", SERVER + "log"),
                        "io.parley.erasure.Rogue calls io.parley.log.LogStore.read past",
                        type("io.parley.erasure.Rogue", read.formatted("io.parley.log.LogStore"))),
                new Seed(
                        "guarded-method",
                        "entries read past the guard by the adapter's name",
                        List.of(SERVER + "idindex", SERVER + "log"),
                        "io.parley.idindex.Rogue calls io.parley.log.LogStore.read past",
                        type("io.parley.idindex.Rogue", read.formatted("io.parley.log.cassandra.CassandraLogStore"))),
                new Seed(
                        "guarded-method",
                        "snapshots read past the guard by a method reference",
                        List.of(SERVER + "log"),
                        "io.parley.log.Rogue calls io.parley.log.LogStore.latestSnapshot past",
                        type("io.parley.log.Rogue", snapshots)),
                new Seed(
                        "guarded-method",
                        "guarded method renamed in the model",
                        List.of(SERVER + "log"),
                        "io.parley.log.EntryReads does not call io.parley.log.LogStore.lastSnapshot",
                        model("io.parley.log.LogStore.latestSnapshot", "io.parley.log.LogStore.lastSnapshot")));
    }
}
