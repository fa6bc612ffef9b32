package io.parley.measure.stand;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Processor time. Linux counts it in hundredths of a second, in /proc. */
public final class Cpu {

    private static final Path MACHINE = Path.of("/proc/stat");
    private static final long TICK_MILLIS = 10;
    private static final int IDLE = 4;
    private static final int IOWAIT = 5;
    private static final int STEAL = 8;

    private Cpu() {}

    /** What a process and all that it started have used so far; of those that ended, nothing. */
    public static Duration of(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .flatMap(one -> one.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** What all processes of this machine have used so far. */
    public static Duration ofMachine() {
        try {
            return busy(Files.readAllLines(MACHINE).get(0));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + MACHINE + ": CPU is measured on Linux only", e);
        }
    }

    /** Of the line {@code cpu user nice system idle iowait irq softirq steal …}, proc(5). */
    static Duration busy(String line) {
        List<String> words = List.of(line.strip().split("\\s+"));
        long ticks = 0;
        for (int i = 1; i < STEAL; i++) {
            ticks += i == IDLE || i == IOWAIT ? 0 : Long.parseLong(words.get(i));
        }
        return Duration.ofMillis(ticks * TICK_MILLIS);
    }
}
