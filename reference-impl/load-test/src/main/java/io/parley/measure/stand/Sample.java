package io.parley.measure.stand;

import io.parley.measure.run.Report;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * One measurement: what the clients saw, and what it cost.
 *
 * @param cpu of each process, within the time of measurement
 * @param compilers how much of it the compilers of its JVM used
 * @param others processors that were busy with something else
 * @param generator processors that the generator kept busy
 */
public record Sample(
        Report report, Map<String, Duration> cpu, Map<String, Duration> compilers, double others, double generator) {

    private static final double NANOS_OF_MILLI = 1e6;

    public static Sample of(Report report, Meter meter) {
        return new Sample(report, meter.used(), meter.compilers(), meter.others(), meter.generator());
    }

    /** Milliseconds of processor time of a process per message; 0 if there is no such process. */
    public double cpuMillis(String process) {
        return perMessage(cpu.getOrDefault(process, Duration.ZERO));
    }

    /** Milliseconds of it that are left when all is compiled. */
    public double steadyMillis(String process) {
        return cpuMillis(process) - perMessage(compilers.getOrDefault(process, Duration.ZERO));
    }

    private double perMessage(Duration used) {
        return report.messages() == 0 ? 0 : used.toNanos() / NANOS_OF_MILLI / report.messages();
    }

    /** Milliseconds of processor time of all processes per message. */
    public double cpuMillis() {
        return cpu.keySet().stream().mapToDouble(this::cpuMillis).sum();
    }

    @Override
    public String toString() {
        StringBuilder costs = new StringBuilder();
        cpu.keySet().stream()
                .sorted()
                .forEach(name -> costs.append(String.format(
                        Locale.ROOT, "%s %.3f ms (%.3f steady), ", name, cpuMillis(name), steadyMillis(name))));
        return report + "\n      CPU per message: " + costs
                + String.format(
                        Locale.ROOT,
                        "processors: generator %.2f, others %.2f; %.1f frames in, %.0f bytes in per message",
                        generator,
                        others,
                        (double) report.traffic().framesIn()
                                / Math.max(1, report.findings().messages()),
                        (double) report.traffic().bytesIn()
                                / Math.max(1, report.findings().messages()));
    }
}
