package io.parley.acceptance.crash;

import io.parley.evidence.ResultFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;

/**
 * How long a node takes to make good what another left: from its own word that the other is dead until a client has been
 * told all heads. Recorded where {@code -Dparley.crash.results} says so, and judged there.
 */
final class RepairTime {

    private static final String NOTICE = "has not renewed its row and is dead";
    private static final String SOURCE =
            "mvn -Pcrash-rounds -pl reference-impl/acceptance -am package -Dtest=DeadNodeTest";

    private final Path log;
    private final int lengthBefore;

    private RepairTime(Path log) {
        this.log = log;
        this.lengthBefore = text().length;
    }

    /** Of the first node that this log calls dead after now. */
    static RepairTime fromNowOnIn(Path log) {
        return new RepairTime(log);
    }

    void record(Instant repaired, int conversations, int messages) {
        String file = System.getProperty("parley.crash.results");
        if (file == null) {
            return;
        }
        ResultFile.at(Path.of(file), SOURCE)
                .add(
                        "crash.repair.time",
                        (double) Duration.between(noticed(), repaired).toMillis(),
                        "ms",
                        "from a killed node's death being noticed until a client had been told the heads of all "
                                + conversations + " conversations that it left, each with " + messages + " messages");
    }

    private Instant noticed() {
        byte[] all = text();
        return new String(Arrays.copyOfRange(all, lengthBefore, all.length), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains(NOTICE))
                .findFirst()
                .map(line -> OffsetDateTime.parse(line.substring(0, line.indexOf(' ')))
                        .toInstant())
                .orElseThrow(() -> new IllegalStateException("log=" + log + ", expected a line: " + NOTICE));
    }

    private byte[] text() {
        try {
            return Files.readAllBytes(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
