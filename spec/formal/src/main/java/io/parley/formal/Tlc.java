package io.parley.formal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs the model checker in a process of its own: TLC keeps its state in static fields and ends with an exit code, so one
 * process is one check. Safe for use by several threads.
 *
 * @param workers threads of one check
 * @param coverage whether to count how often each action is taken; costs about a third more
 * @param standsBack whether it takes what other processes leave of the processors, where the system can do that: in the
 *     build, tests with real servers run beside it and only the site waits for it
 * @param limitMinutes after which a check hangs: it is ended and counts as failed
 * @param jvm further options of the process
 */
record Tlc(int workers, boolean coverage, boolean standsBack, long limitMinutes, List<String> jvm) {

    private static final String MAIN = "tlc2.TLC";

    private static final Path NICE = Path.of("/usr/bin/nice");
    private static final List<String> STAND_BACK = List.of(NICE.toString(), "-n", "19");

    /** For checks of a second or two: most of it is starting up. */
    static final Tlc SHORT =
            new Tlc(1, false, true, 60, List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx512m"));

    /** For the small models of the build. Nearly all that they make is garbage at once: a large room for it is seldom swept. */
    static final Tlc SMALL = new Tlc(
            1, true, true, 60, List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xms1g", "-Xmn600m", "-Xmx1g"));

    /** For the large models. */
    static final Tlc LARGE = new Tlc(2, true, false, 240, List.of("-XX:+UseParallelGC", "-Xmx6g"));

    Tlc {
        jvm = List.copyOf(jvm);
    }

    /**
     * Checks a model.
     *
     * @param folder empty; the model and what the checker writes go there
     * @throws IllegalStateException when the checker does not end in time
     */
    ModelRun check(Model model, Configuration configuration, Path folder) {
        model.writeTo(folder);
        Path output = folder.resolve("output.txt");
        try {
            Files.writeString(folder.resolve("model.cfg"), configuration.text());
            // TLC unpacks its standard modules there under fixed names: checks at the same time must not share it.
            Path temporary = Files.createDirectory(folder.resolve("tmp"));
            Process process = new ProcessBuilder(command(model, temporary))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            try {
                if (!process.waitFor(limitMinutes, TimeUnit.MINUTES)) {
                    throw new IllegalStateException("model=" + model.name() + " configuration=" + configuration.name()
                            + ", expected an end within " + limitMinutes + " minutes");
                }
                String text = Files.readString(output, StandardCharsets.UTF_8);
                return TlcOutput.read(process.exitValue(), text, configuration.checked());
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run the model checker in " + folder, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the model checker ran", e);
        }
    }

    private List<String> command(Model model, Path temporary) {
        List<String> command = new ArrayList<>(standsBack && Files.isExecutable(NICE) ? STAND_BACK : List.of());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.addAll(List.of("-Djava.io.tmpdir=" + temporary, "-Dfile.encoding=UTF-8"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
        // A fixed fingerprint polynomial and seed: the same check takes the same way.
        command.addAll(List.of("-fp", "0", "-seed", "1", "-workers", Integer.toString(workers), "-metadir", "states"));
        // Liveness of the whole graph says all; of what is known of it meanwhile, again and again, it costs a half
        // more.
        command.addAll(List.of("-lncheck", "final"));
        if (coverage) {
            command.addAll(List.of("-coverage", "1000"));
        }
        command.addAll(List.of("-config", "model.cfg", model.root()));
        return command;
    }
}
