package io.parley.formal;

import io.parley.evidence.ResultFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Checks the large models, one after the other, and records how many states each has. */
public final class LargeModels {

    private static final String SOURCE = "mvn -pl spec/formal -am package -Pmodel-check-large";

    /** @param without actions that the bounds leave out; all others have to be taken */
    private record Large(String model, String configuration, List<String> without) {

        Large(String model, String configuration) {
            this(model, configuration, List.of());
        }
    }

    private static final List<String> WITHOUT_LAPSES = List.of("Lapse");

    /** One node that lives: nobody takes over, and nobody is overtaken. */
    private static final List<String> OF_ONE_NODE =
            List.of("CommitLate", "Crash", "GiveUp", "Lapse", "Sweep", "SweepDone");

    private static final List<Large> ALL = List.of(
            new Large("ConversationLog", "log-large"),
            new Large("ConversationLog", "log-large-claimed"),
            new Large("Lease", "lease-large"),
            new Large("Delivery", "delivery-large-lapse"),
            new Large("Delivery", "delivery-large-devices", WITHOUT_LAPSES),
            new Large("Delivery", "delivery-large-entries", WITHOUT_LAPSES),
            new Large("Delivery", "delivery-large-both", OF_ONE_NODE));

    private LargeModels() {}

    /** Takes the file that the results are appended to, and configurations if not all; fails if a model has an error. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 0) {
            throw new IllegalArgumentException("arguments=0, expected the file of results");
        }
        List<String> chosen = List.of(arguments).subList(1, arguments.length);
        ResultFile results = ResultFile.at(Path.of(arguments[0]), SOURCE);
        List<Large> wanted = ALL.stream()
                .filter(large -> chosen.isEmpty() || chosen.contains(large.configuration()))
                .toList();
        for (Large large : wanted) {
            check(large, results, System.out);
        }
    }

    private static void check(Large large, ResultFile results, PrintStream out) throws IOException {
        Configuration configuration = Configuration.named(large.configuration());
        Path folder = Files.createTempDirectory("parley-" + large.configuration());
        long start = System.nanoTime();
        ModelRun run = Tlc.LARGE.check(Model.named(large.model()), configuration, folder);
        long seconds = Math.round((System.nanoTime() - start) / 1e9);
        if (!run.finished() || !List.copyOf(run.neverTaken()).equals(large.without())) {
            throw new IllegalStateException(run.output());
        }
        out.println(large.configuration() + ": no error in " + run.distinctStates() + " distinct states, depth "
                + run.depth() + ", " + seconds + " s");
        String id = "formal." + large.configuration();
        results.add(
                id + ".states",
                (double) run.distinctStates(),
                "distinct states",
                String.join(", ", configuration.checked()));
        results.add(id + ".depth", (double) run.depth(), "steps", "to the farthest state");
    }
}
