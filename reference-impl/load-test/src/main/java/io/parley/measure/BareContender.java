package io.parley.measure;

import io.parley.measure.bare.BareLoop;
import io.parley.measure.figure.Figures;
import io.parley.measure.plan.Scenario;
import io.parley.measure.stand.Meter;
import io.parley.measure.stand.Stand;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The same conditional batches as the server writes, on the same Cassandra, issued by a driver alone. With a window above one
 * the server's group commit writes about half a window at once, as the other half comes back meanwhile; so does this.
 */
final class BareContender implements Contender {

    private static final double NANOS = 1e9;
    private static final double NANOS_OF_MILLI = 1e6;

    private final Stand stand;
    private final Consumer<String> progress;

    BareContender(Stand stand, Consumer<String> progress) {
        this.stand = stand;
        this.progress = progress;
    }

    @Override
    public String name() {
        return Scenario.BARE;
    }

    @Override
    public Figures measure(Load load) {
        InetSocketAddress cassandra = stand.stores().cassandra().contactPoint();
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                BareLoop.class.getName(),
                cassandra.getHostString(),
                Integer.toString(cassandra.getPort()),
                Integer.toString(load.rooms().size()),
                Integer.toString(Math.max(1, load.window() / 2)),
                Long.toString(load.warm().toSeconds()),
                Long.toString(load.length().toSeconds()));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                return figures(process);
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Figures figures(Process process) throws IOException {
        Meter meter = new Meter(
                Map.of(
                        "loop",
                        process.toHandle(),
                        Stand.CASSANDRA,
                        stand.stores().cassandra().process()),
                progress);
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals("measuring")) {
                    meter.measuring();
                } else if (line.startsWith("measured ")) {
                    meter.measured();
                    progress.accept(line);
                    return figures(line.split(" ", -1), meter);
                } else {
                    throw new IllegalStateException("the bare loop says: " + line);
                }
            }
        }
        throw new IllegalStateException("the bare loop ended before it had measured");
    }

    private Figures figures(String[] words, Meter meter) {
        long messages = Math.max(1, Long.parseLong(words[1]));
        Map<String, Double> cpu = new LinkedHashMap<>();
        meter.used().forEach((name, used) -> {
            cpu.put(name, used.toNanos() / NANOS_OF_MILLI / messages);
            Duration steady = used.minus(meter.compilers().getOrDefault(name, Duration.ZERO));
            cpu.put(name + Figures.STEADY, steady.toNanos() / NANOS_OF_MILLI / messages);
        });
        progress.accept("      CPU per message: " + cpu);
        return Figures.ofStore(
                messages * NANOS / Long.parseLong(words[2]),
                Double.parseDouble(words[3]),
                Double.parseDouble(words[4]),
                cpu,
                meter.others());
    }

    /** The stand is another's. */
    @Override
    public void close() {
        // Nothing is left running between two measurements.
    }
}
