package io.parley.measure.bare;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import io.parley.measure.run.Report;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * A process of its own: each of many conversations has one conditional batch in flight, as the server writes them, and the
 * next follows when it is durable. No validation, no fold, no sockets. Says {@code measuring} when it is warm, and
 * {@code measured} with messages, nanoseconds, p50 and p99 in milliseconds at the end.
 */
public final class BareLoop {

    private BareLoop() {}

    /** Contact host and port, conversations, messages per batch, seconds of warm-up and of measurement. */
    public static void main(String[] arguments) throws InterruptedException {
        InetSocketAddress contact = new InetSocketAddress(arguments[0], Integer.parseInt(arguments[1]));
        int conversations = Integer.parseInt(arguments[2]);
        int batch = Integer.parseInt(arguments[3]);
        Duration warm = Duration.ofSeconds(Long.parseLong(arguments[4]));
        Duration length = Duration.ofSeconds(Long.parseLong(arguments[5]));
        try (CqlSession session = session(contact)) {
            BareTally tally = new BareTally();
            List<BareConversation> all = new ArrayList<>();
            for (int i = 0; i < conversations; i++) {
                all.add(new BareConversation(session, batch, tally));
            }
            all.forEach(BareConversation::next);
            TimeUnit.NANOSECONDS.sleep(warm.toNanos());
            System.out.println("measuring");
            tally.begin();
            long began = System.nanoTime();
            TimeUnit.NANOSECONDS.sleep(length.toNanos());
            long took = System.nanoTime() - began;
            tally.end();
            all.forEach(BareConversation::stop);
            System.out.println(String.format(
                    Locale.ROOT,
                    "measured %d %d %.3f %.3f",
                    tally.messages(),
                    took,
                    Report.millis(tally.histogram(), 50),
                    Report.millis(tally.histogram(), 99)));
        }
    }

    private static CqlSession session(InetSocketAddress contact) {
        return CqlSession.builder()
                .addContactPoint(contact)
                .withLocalDatacenter("datacenter1")
                .withKeyspace("parley")
                .withConfigLoader(DriverConfigLoader.programmaticBuilder()
                        .withString(DefaultDriverOption.REQUEST_CONSISTENCY, "LOCAL_QUORUM")
                        .withString(DefaultDriverOption.REQUEST_SERIAL_CONSISTENCY, "LOCAL_SERIAL")
                        .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, Duration.ofSeconds(10))
                        // As the server's session, which has to know the nodes of a row.
                        .withStringList(DefaultDriverOption.METADATA_SCHEMA_REFRESHED_KEYSPACES, List.of("parley"))
                        .build())
                .build();
    }
}
