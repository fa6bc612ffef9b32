package io.parley.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The command line of a Cassandra 5.0 server on JDK 17; the module options are those of its own jvm17-server.options. */
final class CassandraCommand {

    private static final String EXPORTS = """
            java.base/jdk.internal.misc java.base/java.lang.ref java.management.rmi/com.sun.jmx.remote.internal.rmi
            java.rmi/sun.rmi.registry java.rmi/sun.rmi.server java.sql/java.sql jdk.unsupported/sun.misc
            jdk.compiler/com.sun.tools.javac.file jdk.attach/sun.tools.attach
            """;

    private static final String OPENS = """
            java.base/java.io java.base/java.lang java.base/java.lang.module java.base/java.lang.reflect
            java.base/java.nio java.base/java.util java.base/java.util.concurrent
            java.base/java.util.concurrent.atomic java.base/jdk.internal.loader java.base/jdk.internal.math
            java.base/jdk.internal.module java.base/jdk.internal.ref java.base/jdk.internal.reflect
            java.base/jdk.internal.util.jar java.base/sun.nio.ch jdk.compiler/com.sun.tools.javac
            jdk.management/com.sun.management.internal
            """;

    /** Cassandra installs a security manager, which needs leave from JDK 18 on and cannot be had from JDK 24 on. */
    private static final int FIRST_JDK_THAT_ASKS = 18;

    private CassandraCommand() {}

    /** @param entry words before the command that bring it to where it runs */
    static List<String> line(
            String mark,
            List<String> entry,
            Path jars,
            Path temporary,
            CassandraFiles files,
            CassandraMemory memory,
            int ringDelayMillis) {
        List<String> line = new ArrayList<>(entry);
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.add("-Dparley.mark=" + mark);
        line.add("-Djava.io.tmpdir=" + temporary);
        words(EXPORTS).forEach(module -> line.add("--add-exports=" + module + "=ALL-UNNAMED"));
        words(OPENS).forEach(module -> line.add("--add-opens=" + module + "=ALL-UNNAMED"));
        if (Runtime.version().feature() >= FIRST_JDK_THAT_ASKS) {
            line.add("-Djava.security.manager=allow");
        }
        line.add("-javaagent:" + jamm(jars));
        line.add("-Xms64m");
        line.add("-Xmx" + memory.heapMegabytes() + "m");
        line.addAll(memory.jvmOptions());
        line.addAll(List.of(
                "-XX:MaxDirectMemorySize=128m",
                "-Xss512k",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+PerfDisableSharedMem",
                "-Djava.net.preferIPv4Stack=true",
                "-Djdk.attach.allowAttachSelf=true",
                "-Dio.netty.tryReflectionSetAccessible=true",
                "-Dcassandra.config=" + files.yaml().toUri(),
                "-Dcassandra.storagedir=" + files.data(),
                "-Dcassandra.triggers_dir=" + files.triggers(),
                "-Dlogback.configurationFile=" + files.configuration().resolve("logback.xml"),
                "-Dcassandra-foreground=yes",
                "-Dcassandra.skip_wait_for_gossip_to_settle=0",
                "-Dcassandra.shutdown_announce_in_ms=0",
                "-Dcassandra.consistent.rangemovement=false",
                "-Dcassandra.ring_delay_ms=" + ringDelayMillis,
                "-cp",
                jars + "/*",
                "org.apache.cassandra.service.CassandraDaemon"));
        return line;
    }

    /** The agent that measures objects. */
    private static Path jamm(Path jars) {
        try (Stream<Path> all = Files.list(jars)) {
            return all.filter(jar -> jar.getFileName().toString().startsWith("jamm-"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no jamm agent in " + jars));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> words(String text) {
        return Stream.of(text.strip().split("\\s+"));
    }
}
