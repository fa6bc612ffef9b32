package io.parley.site;

import io.parley.evidence.RecordedResult;
import io.parley.site.CapacityPlots.Colours;
import io.parley.site.data.LoadSteps;
import io.parley.site.text.Drawing;
import java.util.List;
import java.util.Map;

/** Latency against the rate, as it was measured: both axes logarithmic, in both colour schemes, with the target as a line. */
final class LatencyPlot {

    private static final int WIDTH = 760;
    private static final int HEIGHT = 360;
    private static final int LEFT = 76;
    private static final int RIGHT = 150;
    private static final int TOP = 26;
    private static final int BOTTOM = 52;
    private static final int NAME_HEIGHT = 17;
    private static final double MILLIS_FROM = 1;
    private static final double MILLIS_TO = 10_000;
    private static final double MARGIN = 1.15;
    private static final List<String> FIGURES = List.of("p999", "p99", "p50");
    private static final Map<String, String> NAMES = Map.of("p50", "median", "p99", "p99", "p999", "p99.9");
    private static final String TITLE =
            "Time from when a message was due until it is at its last recipient, over the rate";

    private final LoadSteps steps;
    private final double from;
    private final double to;

    private LatencyPlot(LoadSteps steps) {
        this.steps = steps;
        List<Integer> rates = steps.rates();
        this.from = rates.isEmpty() ? 1 : rates.get(0) / MARGIN;
        this.to = rates.isEmpty() ? 2 : rates.get(rates.size() - 1) * MARGIN;
    }

    /** The drawing by the name that the macro {@code diagram} uses. */
    static Map<String, Drawing> of(List<RecordedResult> results) {
        LatencyPlot plot = new LatencyPlot(LoadSteps.mixed(results));
        String light = plot.svg(Colours.LIGHT);
        String figure = "<figure class=\"view\" tabindex=\"0\"><div class=\"on-light\">" + light
                + "</div><div class=\"on-dark\">" + plot.svg(Colours.DARK) + "</div></figure>";
        return Map.of("load-latency", new Drawing(figure, figure));
    }

    private String svg(Colours colours) {
        StringBuilder out = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"");
        out.append(WIDTH).append("\" height=\"").append(HEIGHT).append("\" viewBox=\"0 0 ");
        out.append(WIDTH).append(" ").append(HEIGHT);
        out.append("\" font-family=\"DejaVu Sans, Arial, sans-serif\" font-size=\"13\"><title>")
                .append(TITLE);
        out.append("</title>");
        for (double millis = MILLIS_FROM; millis <= MILLIS_TO; millis *= 10) {
            line(out, y(millis), colours.line(), "");
            CapacityPlots.text(out, LEFT - 10, y(millis) + 4, "end", colours.text(), whole(millis));
        }
        goal(out, colours);
        for (int rate : steps.rates()) {
            CapacityPlots.text(out, x(rate), HEIGHT - BOTTOM + 22, "middle", colours.text(), whole(rate));
        }
        double middle = (LEFT + WIDTH - RIGHT) / 2.0;
        CapacityPlots.text(out, middle, HEIGHT - 8, "middle", colours.text(), "messages per second");
        CapacityPlots.text(out, LEFT + 8, TOP - 10, "start", colours.text(), "milliseconds");
        if (steps.rates().isEmpty()) {
            CapacityPlots.text(out, middle, HEIGHT / 2.0, "middle", colours.text(), "nothing is recorded yet");
            return out.append("</svg>").toString();
        }
        double above = 0;
        for (int i = 0; i < FIGURES.size(); i++) {
            above = curve(out, FIGURES.get(i), colours.curves().get(FIGURES.size() - 1 - i), above);
        }
        return out.append("</svg>").toString();
    }

    private static void goal(StringBuilder out, Colours colours) {
        line(out, y(LoadSteps.TARGET_MILLIS), colours.text(), " stroke-dasharray=\"5 5\"");
        // Where the curves have left it behind.
        CapacityPlots.text(
                out, WIDTH - RIGHT - 8, y(LoadSteps.TARGET_MILLIS) + 16, "end", colours.text(), "target of the p99");
    }

    private static void line(StringBuilder out, double y, String colour, String more) {
        out.append("<path d=\"M").append(LEFT).append(" ").append(CapacityPlots.number(y));
        out.append("H").append(WIDTH - RIGHT).append("\" stroke=\"").append(colour);
        out.append("\"").append(more).append("/>");
    }

    /** A line with a dot for each measurement. Returns how high its name stands; the next one's stands below. */
    private double curve(StringBuilder out, String figure, String colour, double above) {
        StringBuilder path = new StringBuilder();
        StringBuilder dots = new StringBuilder();
        double last = 0;
        for (int rate : measured(figure)) {
            last = y(steps.number(rate, figure));
            path.append(path.isEmpty() ? "M" : "L").append(CapacityPlots.number(x(rate)));
            path.append(" ").append(CapacityPlots.number(last));
            dots.append("<circle r=\"3.5\" cx=\"").append(CapacityPlots.number(x(rate)));
            dots.append("\" cy=\"").append(CapacityPlots.number(last));
            dots.append("\" fill=\"").append(colour).append("\"/>");
        }
        out.append("<path d=\"").append(path);
        out.append("\" fill=\"none\" stroke-width=\"2.5\" stroke-linejoin=\"round\" stroke=\"");
        out.append(colour).append("\"/>").append(dots);
        double height = Math.max(last, above + NAME_HEIGHT);
        CapacityPlots.text(out, WIDTH - RIGHT + 10, height + 4, "start", colour, String.valueOf(NAMES.get(figure)));
        return height;
    }

    /** A rate that overwhelmed the system at once has no latency. */
    private List<Integer> measured(String figure) {
        return steps.rates().stream()
                .filter(rate -> steps.figure(rate, figure).isPresent())
                .toList();
    }

    private double x(double rate) {
        return LEFT + Math.log(rate / from) / Math.log(to / from) * (WIDTH - LEFT - RIGHT);
    }

    private static double y(double millis) {
        double inside = Math.min(MILLIS_TO, Math.max(MILLIS_FROM, millis));
        double at = Math.log(inside / MILLIS_FROM) / Math.log(MILLIS_TO / MILLIS_FROM);
        return HEIGHT - BOTTOM - at * (HEIGHT - TOP - BOTTOM);
    }

    private static String whole(double number) {
        return Long.toString(Math.round(number));
    }
}
