package io.parley.measure.figure;

import io.parley.measure.run.Report;
import io.parley.measure.stand.Sample;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.HdrHistogram.Histogram;

/**
 * What one measurement showed, by name. Immutable.
 *
 * @param values name and value with its unit, in the order in which they are recorded
 * @param others processors that were busy with something else
 */
public record Figures(Map<String, Value> values, double others) {

    /** Times per message that every system has. */
    public static final String RATE = "rate";

    /** 99th percentile from due to the last recipient's socket. */
    public static final String P99 = "p99";

    /** Processor time per message of all processes that take part. */
    public static final String CPU = "cpu";

    /** After the name of a process's processor time: without what the compilers of its JVM used, which ends. */
    public static final String STEADY = ".steady";

    private static final String MS = "ms";

    /** A number and its unit. */
    public record Value(double number, String unit) {}

    public Figures {
        values = new LinkedHashMap<>(values);
    }

    /** Of a load by clients. */
    public static Figures of(Sample sample) {
        Report report = sample.report();
        Map<String, Value> values = new LinkedHashMap<>();
        values.put(RATE, new Value(report.perSecond(), "messages/s"));
        time(values, "p50", report.delivery(), 50);
        time(values, P99, report.delivery(), 99);
        time(values, "p999", report.delivery(), 99.9);
        time(values, "max", report.delivery(), 100);
        time(values, "ack.p50", report.acknowledgement(), 50);
        time(values, "ack.p99", report.acknowledgement(), 99);
        time(values, "lag.p99", report.lag(), 99);
        cpu(sample, values);
        values.put("wrong", new Value(wrong(report), "deliveries"));
        values.put("refused", new Value(report.findings().refused(), "messages"));
        values.put("backlog", new Value(report.backlog(), "messages"));
        return new Figures(values, sample.others());
    }

    /** Of a program that has no clients. */
    public static Figures ofStore(double perSecond, double p50, double p99, Map<String, Double> cpu, double others) {
        Map<String, Value> values = new LinkedHashMap<>();
        values.put(RATE, new Value(perSecond, "messages/s"));
        values.put("p50", new Value(p50, MS));
        values.put(P99, new Value(p99, MS));
        cpu.forEach((name, millis) -> values.put(CPU + "." + name, new Value(millis, MS)));
        return new Figures(values, others);
    }

    public double number(String name) {
        Value value = values.get(name);
        return value == null ? 0 : value.number();
    }

    /** Nothing for a run that was overwhelmed before it measured: no message is not a fast one. */
    private static void time(Map<String, Value> values, String name, Histogram histogram, double percentile) {
        if (histogram.getTotalCount() > 0) {
            values.put(name, new Value(Report.millis(histogram, percentile), MS));
        }
    }

    private static void cpu(Sample sample, Map<String, Value> values) {
        if (sample.report().messages() == 0) {
            return;
        }
        for (String name : new TreeSet<>(sample.cpu().keySet())) {
            values.put(CPU + "." + name, new Value(sample.cpuMillis(name), MS));
            values.put(CPU + "." + name + STEADY, new Value(sample.steadyMillis(name), MS));
        }
        values.put(CPU, new Value(sample.cpuMillis(), MS));
    }

    private static double wrong(Report report) {
        return report.findings().lost()
                + report.findings().doubled()
                + report.findings().outOfOrder()
                + report.findings().displaced()
                + report.findings().strange();
    }
}
