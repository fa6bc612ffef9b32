package io.parley.site;

import io.parley.capacity.model.Answer;
import io.parley.capacity.model.Answers;
import io.parley.capacity.model.Capacity;
import io.parley.capacity.model.Input;
import io.parley.capacity.scenario.Scenario;
import io.parley.capacity.scenario.Scenarios;
import io.parley.site.text.Drawing;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Curves of the capacity model over the number of users, both axes logarithmic, in both colour schemes. */
final class CapacityPlots {

    private static final int WIDTH = 760;
    private static final int HEIGHT = 360;
    private static final int LEFT = 76;
    private static final int RIGHT = 190;
    private static final int TOP = 18;
    private static final int BOTTOM = 52;
    private static final int FROM = 3;
    private static final int TO = 9;
    private static final int POINTS_PER_DECADE = 24;

    /** A line of a drawing. */
    private record Curve(String name, Scenario habits, Answer answer) {}

    private CapacityPlots() {}

    /** Drawings by the name that the macro {@code diagram} uses. */
    static Map<String, Drawing> of(Scenarios scenarios) {
        Scenario community = scenarios.of("community");
        Map<String, Drawing> drawings = new TreeMap<>();
        drawings.put(
                "capacity-nodes",
                figure(
                        "Nodes over users, with the habits of the profile community: flat at first, then in proportion",
                        "nodes",
                        0,
                        List.of(
                                new Curve("application", community, Answer.NODES),
                                new Curve("Cassandra", community, Answer.CASSANDRA_NODES),
                                new Curve("PostgreSQL", community, Answer.POSTGRES_NODES))));
        drawings.put(
                "capacity-cores",
                figure(
                        "Cores provided per million users, over users: falling while redundancy decides, then flat",
                        "cores per million users",
                        2,
                        scenarios.all().stream()
                                .filter(scenario -> !scenario.profile().equals("planet"))
                                .map(scenario -> new Curve(scenario.profile(), scenario, Answer.COST_CORES))
                                .toList()));
        return drawings;
    }

    private static Drawing figure(String title, String unit, int bottom, List<Curve> curves) {
        String light = svg(title, unit, bottom, curves, Colours.LIGHT);
        String figure = "<figure class=\"view\" tabindex=\"0\"><div class=\"on-light\">" + light
                + "</div><div class=\"on-dark\">" + svg(title, unit, bottom, curves, Colours.DARK) + "</div></figure>";
        return new Drawing(figure, figure);
    }

    /** Those of the style sheet and of the what-if page; the drawing has to stand alone. */
    record Colours(String text, String line, List<String> curves) {
        static final Colours LIGHT =
                new Colours("#55606e", "#dfe3e8", List.of("#4c58b8", "#1f7a63", "#b0561c", "#8a3f8f"));
        static final Colours DARK =
                new Colours("#a9b3c1", "#323a45", List.of("#9aa6f2", "#5fc3a2", "#f0a267", "#d994dd"));
    }

    private static String svg(String title, String unit, int bottom, List<Curve> curves, Colours colours) {
        double[][] values = curves.stream().map(CapacityPlots::values).toArray(double[][]::new);
        double most = 1;
        for (double[] curve : values) {
            for (double value : curve) {
                most = Math.max(most, value);
            }
        }
        int top = (int) Math.ceil(Math.log10(most));
        StringBuilder out = new StringBuilder();
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"")
                .append(WIDTH);
        out.append("\" height=\"")
                .append(HEIGHT)
                .append("\" viewBox=\"0 0 ")
                .append(WIDTH)
                .append(" ")
                .append(HEIGHT);
        out.append("\" font-family=\"DejaVu Sans, Arial, sans-serif\" font-size=\"13\"><title>")
                .append(title);
        out.append("</title>");
        for (int exponent = bottom; exponent <= top; exponent++) {
            double y = y(Math.pow(10, exponent), bottom, top);
            out.append("<path d=\"M")
                    .append(LEFT)
                    .append(" ")
                    .append(number(y))
                    .append("H")
                    .append(WIDTH - RIGHT);
            out.append("\" stroke=\"").append(colours.line()).append("\"/>");
            text(out, LEFT - 10, y + 4, "end", colours.text(), shortened(exponent));
        }
        for (int exponent = FROM; exponent <= TO; exponent++) {
            text(out, x(exponent), HEIGHT - BOTTOM + 22, "middle", colours.text(), shortened(exponent));
        }
        text(out, (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 8, "middle", colours.text(), "users");
        text(out, LEFT + 8, TOP - 4, "start", colours.text(), unit);
        double[] labels = labels(values, bottom, top);
        for (int i = 0; i < values.length; i++) {
            String colour = colours.curves().get(i);
            curve(out, values[i], bottom, top, colour);
            text(
                    out,
                    WIDTH - RIGHT + 10,
                    labels[i] + 4,
                    "start",
                    colour,
                    curves.get(i).name());
        }
        return out.append("</svg>").toString();
    }

    private static double[] values(Curve curve) {
        double[] values = new double[(TO - FROM) * POINTS_PER_DECADE + 1];
        for (int i = 0; i < values.length; i++) {
            double users = Math.pow(10, FROM + (double) i / POINTS_PER_DECADE);
            Answers answers = Capacity.solve(curve.habits().inputs().with(Input.USERS, users));
            values[i] = answers.get(curve.answer());
        }
        return values;
    }

    private static void curve(StringBuilder out, double[] values, int bottom, int top, String colour) {
        out.append("<path d=\"");
        for (int i = 0; i < values.length; i++) {
            out.append(i == 0 ? "M" : "L").append(number(x(FROM + (double) i / POINTS_PER_DECADE)));
            out.append(" ").append(number(y(values[i], bottom, top)));
        }
        out.append("\" fill=\"none\" stroke-width=\"2.5\" stroke-linejoin=\"round\" stroke=\"")
                .append(colour)
                .append("\"/>");
    }

    /** Heights of the names at the ends of the curves, moved apart where they would touch. */
    private static double[] labels(double[][] values, int bottom, int top) {
        double[] heights = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            heights[i] = y(values[i][values[i].length - 1], bottom, top);
            for (int pass = 0; pass < values.length; pass++) {
                for (int j = 0; j < i; j++) {
                    if (Math.abs(heights[i] - heights[j]) < 17) {
                        heights[i] = heights[j] + 17;
                    }
                }
            }
        }
        return heights;
    }

    private static double x(double exponent) {
        return LEFT + (exponent - FROM) / (TO - FROM) * (WIDTH - LEFT - RIGHT);
    }

    private static double y(double value, int bottom, int top) {
        double at = (Math.log10(Math.max(value, Math.pow(10, bottom))) - bottom) / (top - bottom);
        return HEIGHT - BOTTOM - at * (HEIGHT - TOP - BOTTOM - 8);
    }

    static void text(StringBuilder out, double x, double y, String anchor, String colour, String text) {
        out.append("<text x=\"")
                .append(number(x))
                .append("\" y=\"")
                .append(number(y))
                .append("\" text-anchor=\"");
        out.append(anchor)
                .append("\" fill=\"")
                .append(colour)
                .append("\">")
                .append(text)
                .append("</text>");
    }

    private static String shortened(int exponent) {
        String[] multiples = {"", " k", " M", " G"};
        return Math.round(Math.pow(10, exponent % 3)) + multiples[exponent / 3];
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
