package io.parley.measure.stand;

import io.parley.measure.run.Drive;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Reads the processor time of processes at both ends of a measurement, and tells how it goes. */
public final class Meter implements Drive.Watcher {

    private final Map<String, ProcessHandle> processes;
    private final Consumer<String> progress;
    private final Map<String, Duration> used = new LinkedHashMap<>();
    private final Map<String, Duration> compilers = new LinkedHashMap<>();
    private Duration machine = Duration.ZERO;
    private Duration own = Duration.ZERO;
    private long wallNanos;

    /** Of these processes, by the names that their figures get. */
    public Meter(Map<String, ProcessHandle> processes, Consumer<String> progress) {
        this.processes = Map.copyOf(processes);
        this.progress = progress;
    }

    @Override
    public void measuring() {
        processes.forEach((name, process) -> {
            used.put(name, Cpu.of(process));
            compilers.put(name, Cpu.ofCompilers(process));
        });
        machine = Cpu.ofMachine();
        own = self();
        wallNanos = System.nanoTime();
    }

    @Override
    public void measured() {
        processes.forEach((name, process) -> {
            used.merge(name, Cpu.of(process), (from, to) -> to.minus(from));
            compilers.merge(name, Cpu.ofCompilers(process), (from, to) -> to.minus(from));
        });
        machine = Cpu.ofMachine().minus(machine);
        own = self().minus(own);
        wallNanos = Math.max(1, System.nanoTime() - wallNanos);
    }

    /** What each process used between the two. */
    public Map<String, Duration> used() {
        return Map.copyOf(used);
    }

    /** How much of that the compilers of its JVM used; nothing of a process that is none. */
    public Map<String, Duration> compilers() {
        return Map.copyOf(compilers);
    }

    /** Processors that the generator kept busy. */
    public double generator() {
        return (double) own.toNanos() / wallNanos;
    }

    /** Processors that others on the machine kept busy, who have no part in this: the quiet of the machine. */
    public double others() {
        Duration all = used.values().stream().reduce(own, Duration::plus);
        return Math.max(0, (double) machine.minus(all).toNanos() / wallNanos);
    }

    @Override
    public void going(long underWay, long sent) {
        progress.accept(sent + " messages sent, " + underWay + " under way");
    }

    private static Duration self() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
