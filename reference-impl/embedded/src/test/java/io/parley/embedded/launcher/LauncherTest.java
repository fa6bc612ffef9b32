package io.parley.embedded.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.parley.embedded.ChildJvm;
import io.parley.embedded.HealthServer;
import io.parley.embedded.Ports;
import io.parley.evidence.Verifies;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each failure is one line, an exit code other than 0, and nothing left running. */
@Verifies({"OPS-1", "QG-9"})
class LauncherTest {

    private static final int FAILED = 1;

    /** What a shell calls the end by Ctrl-C. */
    private static final int INTERRUPTED = 130;

    @TempDir
    private Path directory;

    private Path data;
    private int port;
    private List<Integer> ports;

    @BeforeEach
    void choosesAPlace() {
        data = directory.resolve("data");
        port = Ports.free();
        ports = List.of(Ports.free(), Ports.free(), Ports.free());
    }

    @AfterEach
    void nothingIsLeftRunning() {
        assertThat(ProcessHandle.allProcesses().filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains(directory.toString()))
                        .isPresent()))
                .isEmpty();
    }

    @Test
    void startsRefusesASecondStartReclaimsWhatAKilledOneLeftAndEndsOnCtrlC() throws IOException {
        List<ProcessHandle> leftRunning;
        try (ChildJvm first = launch()) {
            first.awaitLine("Parley is running");
            assertThat(health()).isNotEmpty();

            try (ChildJvm second = launch()) {
                assertThat(second.exitCode()).isEqualTo(FAILED);
                assertThat(second.errors())
                        .singleElement()
                        .asString()
                        .contains("already running")
                        .contains(Long.toString(first.process().pid()));
            }
            assertThat(first.process().isAlive()).isTrue();
            leftRunning = first.process().children().toList();
        }
        // Killed by now.
        assertThat(leftRunning).hasSize(3).allMatch(ProcessHandle::isAlive);

        try (ChildJvm next = launch()) {
            next.awaitLine("Stopped a Parley server that an earlier start left running");
            next.awaitLine("Parley is running");
            assertThat(health()).isNotEmpty();
            assertThat(leftRunning).noneMatch(ProcessHandle::isAlive);

            new ProcessBuilder("sh", "-c", "kill -INT " + next.process().pid()).start();
            assertThat(next.exitCode()).isEqualTo(INTERRUPTED);
            assertThat(next.errors()).isEmpty();
        }
    }

    @Test
    void refusesAPortInUse() throws IOException {
        try (ServerSocket other = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            refuses(launch(), "port " + other.getLocalPort(), "in use", "--port");
        }
    }

    @Test
    void refusesOnePortForTwoParts() throws IOException {
        refuses(launch("--postgres-port", Integer.toString(port)), "port " + port, "--postgres-port");
    }

    @Test
    void refusesADataDirectoryThatCannotBeMade() throws IOException {
        data = Path.of("/proc/parley");
        refuses(launch(), "data directory /proc/parley cannot be written");
    }

    /** A folder of the kernel's: not even root makes a file there. */
    @Test
    void refusesADataDirectoryThatExistsAndCannotBeWritten() throws IOException {
        data = Path.of("/sys/kernel");
        assertThat(data).isDirectory();
        refuses(launch(), "data directory /sys/kernel cannot be written");
    }

    /** Where this user may not mount anything there is no such disk, and nothing is said of one. */
    @TestFactory
    Stream<DynamicTest> refusesADiskWithoutRoom() throws IOException {
        Files.createDirectories(data);
        if (!SmallDisk.canBeMountedAt(data)) {
            return Stream.empty();
        }
        return Stream.of(
                dynamicTest(
                        "full to the last byte",
                        () -> refuses(
                                launchBy(SmallDisk.full(data)), "data directory " + data, "No space left on device")),
                dynamicTest(
                        "nearly full",
                        () -> refuses(
                                launchBy(SmallDisk.ofMebibytes(3, data)),
                                "data directory " + data + " has ",
                                " MiB free, needs " + DataDirectory.FREE_MEBIBYTES_MIN)));
    }

    @Test
    void refusesADataDirectoryThatIsAFile() throws IOException {
        Files.writeString(data, "");
        refuses(launch(), "cannot be written", "is a file");
    }

    @Test
    void refusesWhatItDoesNotUnderstand() throws IOException {
        refuses(launch("--colour", "blue"), "unknown option --colour");
        refuses(launch("--port"), "--port has no value");
        refuses(launch("--port", "70000"), "--port 70000 is no port");
        refuses(launch("--memory", "huge"), "--memory is none of these: normal, small");
    }

    @Test
    void refusesToStartWithoutAServer() throws IOException {
        refuses(launch("--server-jar", "/nowhere.jar"), "/nowhere.jar is missing");
    }

    @Test
    void namesTheLogOfAStoreThatDiesDuringTheStart() throws IOException {
        Files.createDirectories(data.resolve("cassandra/data"));
        Files.writeString(data.resolve("cassandra/data/commitlog"), "where a folder should be");
        refuses(launch(), "Cassandra died during its start", data.resolve("cassandra/cassandra.log") + "");
        assertThat(data.resolve("cassandra/cassandra.log")).content().contains("commitlog");
    }

    private byte[] health() throws IOException {
        try (InputStream answer = URI.create("http://127.0.0.1:" + port + "/actuator/health")
                .toURL()
                .openStream()) {
            return answer.readAllBytes();
        }
    }

    private static void refuses(ChildJvm start, String... words) {
        try (start) {
            assertThat(start.exitCode()).isEqualTo(FAILED);
            assertThat(start.errors()).singleElement().asString().contains(words);
        }
    }

    private ChildJvm launch(String... more) throws IOException {
        return launchBy(List.of(), more);
    }

    private ChildJvm launchBy(List<String> command, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "--data", data.toString(),
                "--server-jar",
                        HealthServer.jar(directory.resolve("server.jar")).toString(),
                "--port", Integer.toString(port),
                "--cassandra-port", Integer.toString(ports.get(0)),
                "--cassandra-storage-port", Integer.toString(ports.get(1)),
                "--postgres-port", Integer.toString(ports.get(2)),
                "--memory", "small"));
        arguments.addAll(List.of(more));
        return ChildJvm.start(directory, command, Launcher.class, arguments.toArray(String[]::new));
    }
}
