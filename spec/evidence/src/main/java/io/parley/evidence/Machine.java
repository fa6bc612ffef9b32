package io.parley.evidence;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** Says what this process runs on, in the few words that a recorded result needs. Names no host. */
final class Machine {

    private static final Path RELEASE = Path.of("/etc/os-release");

    private Machine() {}

    /** Such as {@code 2 cores, 24 GiB, Debian GNU/Linux 12 (bookworm), JDK 17}. */
    static String describe() {
        long bytes =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
        return Runtime.getRuntime().availableProcessors() + " cores, " + Math.round((double) bytes / (1L << 30))
                + " GiB, " + system() + ", JDK " + Runtime.version().feature();
    }

    private static String system() {
        try {
            return Files.readAllLines(RELEASE).stream()
                    .filter(line -> line.startsWith("PRETTY_NAME="))
                    .map(line -> line.substring("PRETTY_NAME=".length()).replace("\"", ""))
                    .findFirst()
                    .orElseGet(Machine::plainName);
        } catch (IOException noSuchFile) {
            return plainName();
        }
    }

    private static String plainName() {
        return System.getProperty("os.name") + " " + System.getProperty("os.version");
    }
}
