package io.parley.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.measure.figure.Figures;
import io.parley.measure.figure.Recording;
import io.parley.measure.plan.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What scenarios make of figures: turns, medians, ratios, and where the knee is. */
class RunsTest {

    private static final Duration WARM = Duration.ofSeconds(1);
    private static final Duration LENGTH = Duration.ofSeconds(2);

    @TempDir
    Path directory;

    private final List<String> turns = new ArrayList<>();

    /** A system whose figures are known: a p99 per call, one after the other. */
    private final class Known implements Contender {
        private final String name;
        private final double[] p99;
        private int calls;

        Known(String name, double... p99) {
            this.name = name;
            this.p99 = p99;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Figures measure(Load load) {
            turns.add(name + " " + load.window() + " " + load.warm().toSeconds());
            Map<String, Figures.Value> values = new LinkedHashMap<>();
            values.put(Figures.RATE, new Figures.Value(1000, "messages/s"));
            values.put(Figures.P99, new Figures.Value(p99[calls % p99.length], "ms"));
            values.put("p50", new Figures.Value(1, "ms"));
            values.put(Figures.CPU, new Figures.Value(name.equals("parley") ? 0.9 : 0.6, "ms"));
            values.put(
                    name.equals("bare") ? "cpu.loop" : "cpu.server",
                    new Figures.Value(name.equals("bare") ? 0.1 : 0.25, "ms"));
            values.put(
                    name.equals("bare") ? "cpu.loop.steady" : "cpu.server.steady",
                    new Figures.Value(name.equals("bare") ? 0.0625 : 0.1875, "ms"));
            calls++;
            return new Figures(values, 0);
        }

        @Override
        public void close() {
            turns.add("closed");
        }
    }

    @Test
    void takesTurnsAndRecordsMediansRatiosAndWhatTheServerAdds() throws IOException {
        Map<String, Contender> systems = Map.of(
                "parley", new Known("parley", 10, 30, 20),
                "bare", new Known("bare", 5),
                "ejabberd", new Known("ejabberd", 40));
        Scenario.Direct direct = new Scenario.Direct(
                4,
                List.of("parley", "bare", "ejabberd"),
                List.of(1),
                List.of(),
                3,
                Duration.ofSeconds(9),
                WARM,
                LENGTH);

        new DirectRun(direct, bench(systems)).run();

        assertThat(turns).hasSize(9);
        assertThat(turns.subList(0, 4)).containsExactly("parley 1 9", "bare 1 9", "ejabberd 1 9", "parley 1 1");
        Map<String, JsonNode> recorded = recorded();
        assertThat(value(recorded, "load.direct.4.window-1.parley.p99")).isEqualTo(20);
        assertThat(note(recorded, "load.direct.4.window-1.parley.p99"))
                .contains("median of 3, 10 … 30", "quiet machine");
        assertThat(value(recorded, "load.direct.4.window-1.parley-to-ejabberd.p99"))
                .isEqualTo(0.5);
        assertThat(value(recorded, "load.direct.4.window-1.parley-to-ejabberd.cpu"))
                .isEqualTo(1.5);
        assertThat(value(recorded, "load.direct.4.window-1.added-cpu")).isEqualTo(0.15);
        assertThat(value(recorded, "load.direct.4.window-1.added-cpu.steady")).isEqualTo(0.125);
    }

    @Test
    void doesNotCountARateAsTheKneeAfterOneThatWasNotHeld() throws IOException {
        Scenario.Mixed mixed = new Scenario.Mixed(6, 3, 6, 0.5, List.of(100, 200), 50, false, WARM, 100, WARM, LENGTH);

        new MixedRun(mixed, bench(Map.of("parley", new Known("parley", 199, 60, 10)))).run();

        Map<String, JsonNode> recorded = recorded();
        assertThat(value(recorded, "load.mixed.6.100.held")).isZero();
        assertThat(value(recorded, "load.mixed.6.200.held")).isOne();
        assertThat(value(recorded, "load.mixed.6.knee")).isZero();
    }

    @Test
    void warmsUpAndGoesOnUntilARateIsNotBorne() throws IOException {
        Scenario.Mixed mixed =
                new Scenario.Mixed(6, 3, 6, 0.5, List.of(100, 200, 400, 800), 50, false, WARM, 100, WARM, LENGTH);

        new MixedRun(mixed, bench(Map.of("parley", new Known("parley", 99, 10, 50, 2_000, 10)))).run();

        assertThat(turns).hasSize(4);
        Map<String, JsonNode> recorded = recorded();
        assertThat(value(recorded, "load.mixed.6.100.held")).isOne();
        assertThat(value(recorded, "load.mixed.6.200.held")).isZero();
        assertThat(value(recorded, "load.mixed.6.knee")).isEqualTo(100);
    }

    private Bench bench(Map<String, Contender> systems) {
        Recording recording = new Recording(Optional.of(directory.resolve("r.jsonl")), "test", "");
        return new Bench(name -> Optional.ofNullable(systems.get(name)).orElseThrow(), recording, line -> {});
    }

    private Map<String, JsonNode> recorded() throws IOException {
        Map<String, JsonNode> byId = new LinkedHashMap<>();
        for (String line : Files.readAllLines(directory.resolve("r.jsonl"))) {
            JsonNode node = JsonMapper.shared().readTree(line);
            byId.put(node.required("id").asString(), node);
        }
        return byId;
    }

    private static double value(Map<String, JsonNode> recorded, String id) {
        return Optional.ofNullable(recorded.get(id))
                .orElseThrow()
                .required("value")
                .asDouble();
    }

    private static String note(Map<String, JsonNode> recorded, String id) {
        return Optional.ofNullable(recorded.get(id))
                .orElseThrow()
                .required("note")
                .asString();
    }
}
