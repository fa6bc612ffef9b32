package io.parley.measure.stand;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Processor time. Linux counts it in hundredths of a second, in /proc. */
public final class Cpu {

    private static final Path MACHINE = Path.of("/proc/stat");
    private static final long TICK_MILLIS = 10;
    private static final int IDLE = 4;
    private static final int IOWAIT = 5;
    private static final int STEAL = 8;

    /** Counted from the first word after the name. */
    private static final int USER_TICKS = 11;

    /** Linux cuts the names of threads. */
    private static final Pattern COMPILER = Pattern.compile("C[12] Compiler");

    private Cpu() {}

    /** What a process and all that it started have used so far; of those that ended, nothing. */
    public static Duration of(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .flatMap(one -> one.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    /**
     * What the compilers of a process's JVM have used so far: the part of its time that ends when all is compiled. Nothing for
     * a process that is none, or that has ended.
     */
    public static Duration ofCompilers(ProcessHandle process) {
        Path tasks = Path.of("/proc", Long.toString(process.pid()), "task");
        try (Stream<Path> threads = Files.list(tasks)) {
            return threads.flatMap(thread -> stat(thread).stream())
                    .map(Cpu::compilers)
                    .reduce(Duration.ZERO, Duration::plus);
        } catch (IOException e) {
            return Duration.ZERO;
        }
    }

    /** Of threads that have ended meanwhile, nothing. */
    private static Optional<String> stat(Path thread) {
        try {
            return Optional.of(Files.readString(thread.resolve("stat")));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Of the line {@code tid (name) state …} with user's and kernel's ticks as 14th and 15th word, proc(5). */
    static Duration compilers(String line) {
        int end = line.lastIndexOf(')');
        if (!COMPILER.matcher(line.substring(line.indexOf('(') + 1, end)).lookingAt()) {
            return Duration.ZERO;
        }
        List<String> words = List.of(line.substring(end + 1).strip().split("\\s+"));
        long ticks = Long.parseLong(words.get(USER_TICKS)) + Long.parseLong(words.get(USER_TICKS + 1));
        return Duration.ofMillis(ticks * TICK_MILLIS);
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
