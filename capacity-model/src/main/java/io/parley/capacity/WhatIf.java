package io.parley.capacity;

import io.parley.capacity.scenario.Scenario;
import io.parley.capacity.scenario.ScenarioException;
import io.parley.capacity.scenario.Scenarios;
import io.parley.evidence.DataException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The command line of the capacity model; see {@link #USAGE}. */
public final class WhatIf {

    static final String USAGE = """
            usage: ./parley what-if [options]
              --profile NAME    meeting, community, team, timeline or planet; without it, all five side by side
              --set KEY=VALUE   another value for an input of the profile; may be given several times
              --scenario FILE   profile and values from a YAML file; --set comes on top
              --inputs          print the inputs as well: value, range, and where the value comes from
              --json            all digits, for programs
              --project DIR     root of the project (the working directory)
            Status: 0 answered, 2 the question is not valid; then everything that is wrong is named.
            """;

    private WhatIf() {}

    /** Prints the answers, or on the error stream what is wrong. */
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), utf8(FileDescriptor.out), utf8(FileDescriptor.err)));
    }

    /** Whatever the locale says: units and spaces are not all ASCII. */
    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.contains("--help")) {
            out.print(USAGE);
            return 0;
        }
        try {
            Question question = Question.parse(arguments);
            Scenarios scenarios = Scenarios.read(question.project());
            List<Scenario> asked = question.scenarios(scenarios);
            out.print(question.json() ? new JsonReport(scenarios).of(asked) : report(question, scenarios, asked));
            return 0;
        } catch (ScenarioException e) {
            e.problems().forEach(problem -> err.println("what-if: " + problem));
            return 2;
        } catch (DataException e) {
            err.println("what-if: " + e.getMessage());
            return 2;
        }
    }

    private static String report(Question question, Scenarios scenarios, List<Scenario> asked) {
        TextReport report = new TextReport(scenarios);
        String inputs = question.inputs() ? report.inputs(asked) : "";
        boolean changed = asked.size() == 1;
        return inputs
                + (changed
                        ? report.against(asked.get(0), scenarios.of(asked.get(0).profile()))
                        : report.compare(asked));
    }
}
