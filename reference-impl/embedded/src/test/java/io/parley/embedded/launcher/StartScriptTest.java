package io.parley.embedded.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The start script on machines that lack something: one line says what, before anything is built. */
@Verifies({"OPS-1", "QG-9"})
class StartScriptTest {

    private static final String JAVA_17 = "echo 'openjdk version \"17.0.1\" 2021-10-19' >&2";
    private static final String NODE_20 = "echo v20.1.0";

    private static final List<String> PRODUCTS = List.of(
            "reference-impl/embedded/target/parley-embedded-0.1.0-SNAPSHOT.jar",
            "reference-impl/embedded/target/lib",
            "reference-impl/embedded/cassandra-runtime/target/lib",
            "reference-impl/server/target/parley-server/parley-server.jar",
            "spec/site/target/site/spec");

    /** All that the machine has. */
    @TempDir
    private Path programs;

    @BeforeEach
    void laysOutAMachineWithAShell() throws IOException {
        link("bash", "sed", "dirname");
    }

    private void link(String... names) throws IOException {
        for (String program : names) {
            Path original = Stream.of(System.getenv("PATH").split(":"))
                    .map(folder -> Path.of(folder, program))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow();
            Files.createSymbolicLink(programs.resolve(program), original);
        }
    }

    @Test
    void asksForAJdk() throws Exception {
        assertThat(start()).contains("no Java found");
        put("java", JAVA_17);
        assertThat(start()).contains("no javac found");
    }

    @Test
    void refusesAJdkThatIsTooOldOrTooNew() throws Exception {
        put("java", "echo 'openjdk version \"11.0.2\" 2019-01-15' >&2");
        assertThat(start()).contains("Java 11 found").contains("needs JDK 17");
        put("java", "echo 'java version \"1.8.0_402\"' >&2");
        assertThat(start()).contains("Java 8 found");
        put("java", "echo 'openjdk version \"25\" 2025-09-16' >&2");
        assertThat(start()).contains("Java 25 found");
    }

    @Test
    void asksForMaven() throws Exception {
        put("java", JAVA_17);
        put("javac", "");
        assertThat(start()).contains("no mvn found");
    }

    @Test
    void asksForNode() throws Exception {
        put("java", JAVA_17);
        put("javac", "");
        put("mvn", "");
        assertThat(start()).contains("no node found");
        put("node", NODE_20);
        assertThat(start()).contains("no npm found");
        put("npm", "");
        put("node", "echo v18.2.0");
        assertThat(start()).contains("Node 18.2.0 found");
    }

    /** Maven's part is played: it calls the script at its beginning and at its end. */
    @Test
    void buildsAgainOnlyAfterAChange(@TempDir Path root) throws Exception {
        Path script = Files.copy(Path.of("../../parley"), root.resolve("parley"));
        for (String product : PRODUCTS) {
            Files.createDirectories(root.resolve(product));
        }
        Path source =
                Files.writeString(Files.createDirectories(root.resolve("adr")).resolve("0001.adoc"), "= First");
        put("java", JAVA_17);
        put("javac", "");
        put("mvn", "exit 1");
        put("node", NODE_20);
        put("npm", "");
        link("find", "sort", "cksum", "cat", "mkdir", "mv", "rm", "tee");

        run(script, "note-sources");
        run(script, "keep-stamp", "[io.parley:parley-server:1 @ a, io.parley:parley-site:1 @ b]");
        assertThat(run(script, "start")).contains("Building", "the build failed");

        run(script, "note-sources");
        run(script, "keep-stamp", "[io.parley:parley-server:1 @ a, io.parley:parley-embedded:1 @ b]");
        assertThat(run(script, "start")).doesNotContain("Building");

        Files.delete(source);
        assertThat(run(script, "start")).contains("Building", "the build failed");
    }

    private void put(String program, String script) throws IOException {
        Path file =
                Files.writeString(programs.resolve(program), "#!" + programs.resolve("bash") + "\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** The one line with which the script ends. */
    private String start() throws IOException, InterruptedException {
        Path script = Path.of("../../parley").toRealPath();
        String output = run(script, "start");
        assertThat(output.lines()).hasSize(1);
        return output;
    }

    private String run(Path script, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(programs.resolve("bash").toString(), script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.put("PATH", programs.toString());
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(output.contains("parley: ") ? 1 : 0);
        return output;
    }
}
