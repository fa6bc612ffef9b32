package io.parley.capacity.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.parley.capacity.Profiles;
import io.parley.evidence.Verifies;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The profile team, computed with pencil and paper from its inputs; the comments show how. */
@Verifies("QG-6")
class HandComputedTest {

    private final Answers team = Profiles.of("team").solve();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            users-online          | 1000         # 1000 × 1
            connections           | 1000         # 1000 × 1
            messages-mean         | 1.25         # 1000 × 108 ÷ 86400
            messages              | 50           # 1.25 × 40
            appends               | 60           # 50 × 1.2
            batches               | 60           # 60 ÷ 1
            members-per-message   | 21.4         # 0.5 × 2 + 0.05 × 300 + 0.45 × 12
            pushes-per-entry      | 19.36        # (1 + 20.4 × 0.9) × 1
            pushes                | 1161.6       # 60 × 19.36
            inbox-writes          | 1284         # 60 × 21.4
            cursor-writes         | 612          # 60 × 20.4 × 0.5
            connects              | 0.13888889   # 1000 × 0.5 ÷ 3600
            pages                 | 5.69444444   # 1000 × 20 ÷ 3600 + 0.13888889
            nodes.cpu             | 0.33217569   # 677.69444 × 0.0003 + 1896.1171875 × 0.00005 + 2403.2 × 0.000014 + 0.13889 × 0.003
            nodes.by-cpu          | 0.27681307   # ÷ (2 × 0.6)
            nodes.by-heap         | 0.01411282   # 1000 × 12.7 ÷ 1024 ÷ (2048 × 0.6 − 350)
            nodes.by-connections  | 0.1          # 1000 ÷ 10000
            nodes                 | 2            # 1 + 1
            nodes.cached-states   | 3276.8       # 2 × 64 × 1024 ÷ 40
            cassandra.cpu         | 1.41799290   # 2 × (3 × (60 × 0.00045 + 1896.1171875 × 0.00011) + 2 × 5.694444 × 0.0002)
            cassandra.by-cpu      | 0.70899645   # ÷ (4 × 0.5)
            cassandra.nodes       | 3            # replicas
            postgres.transactions | 1.25         # 1000 ÷ 900 + 0.13888889
            postgres.nodes        | 2            # 1 × (1 + 1)
            redis.routed          | 120          # 60 × 2
            redis.nodes           | 1            # 120 ÷ 45000
            entry-bytes           | 370          # 150 + 220
            conversations         | 12000        # 1000 × 12
            entries-kept          | 236520000    # 1000 × 108 × 1.2 × 1825
            storage.year          | 60383556000  # 129600 × 365 × 370 × 1.15 × 3
            storage               | 302054400000 # (236520000 × 370 + 12000 × (1500 + 6 × 300)) × 3.45
            disk                  | 604108800000 # × 2
            blobs.year            | 591300000000 # 108000 × 365 × 0.05 × 300000
            log.partitions        | 242976.5625  # 12000 + 236520000 ÷ 1024
            log.partition-bytes   | 378880       # 1024 × 370
            log.largest-partitions | 489         # 500000 ÷ 1024 = 488.3
            timeline.leaves       | 500          # 500000 ÷ 1000
            timeline.levels       | 3            # 500, 2, 1
            idle.bytes            | 11385        # (1500 + 6 × 300) × 3.45
            frame-bytes           | 500          # 150 + 350
            bandwidth.in          | 2065600      # (60 × 500 + (612 + 40) × 350) × 8 … 8 × (30000 + 228200)
            bandwidth.out         | 7610888.8889 # 8 × ((1161.6 + 284.7222) × 500 + 228200)
            bandwidth.media       | 122400000    # 50 × 0.05 × 300000 × 20.4 × 8
            latency.client        | 20
            latency.regions       | 0
            latency.append        | 16.9         # 15.9 + 2 × 0.5
            latency.route         | 0.5
            latency.push          | 3.78         # 300 × 0.9 × 1 × 0.014
            availability          | 0.99940030   # 0.9995 × (0.995³ + 3 × 0.995² × 0.005) × (1 − 0.005²)
            cost.cpu              | 3.78036415   # (0.33217569 + 1.41799290) ÷ 40 × 86400 ÷ 1000
            cost.bytes            | 165434.4     # 108 × 1.2 × 370 × 3.45
            cost.traffic          | 2612652      # (2065600 + 7610888.8889) ÷ 8 ÷ 40 × 86.4
            cost.cores            | 16000        # (2 × 2 + 3 × 4) ÷ 1000 × 1000000
            """)
    void agreesWithPencilAndPaper(String id, String line) {
        double expected = Double.parseDouble(line.split("#", 2)[0].strip());

        assertThat(team.get(Profiles.answer(id))).isCloseTo(expected, within(Math.abs(expected) * 1e-6 + 1e-12));
    }
}
