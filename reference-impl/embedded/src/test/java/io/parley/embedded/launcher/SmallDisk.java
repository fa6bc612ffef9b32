package io.parley.embedded.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Commands that mount a small disk in memory at a folder and then become the command that follows. Only that one and its
 * children see the disk, which goes with the last of them (Linux, mount namespaces).
 */
final class SmallDisk {

    private static final String MOUNT = "mount -t tmpfs -o size=\"$0\" tmpfs \"$1\"";
    private static final String GO_ON = "; shift; exec \"$@\"";

    private SmallDisk() {}

    /** Whether the machine lets this user do so. */
    static boolean canBeMountedAt(Path folder) {
        try {
            List<String> trial = Stream.concat(ofMebibytes(1, folder).stream(), Stream.of("true"))
                    .toList();
            return new ProcessBuilder(trial)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException without) {
            return false; // There is no such program.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }

    static List<String> ofMebibytes(int size, Path folder) {
        return namespace(MOUNT + " || exit" + GO_ON, size, folder);
    }

    /** Full to the last byte. */
    static List<String> full(Path folder) {
        return namespace(MOUNT + " && ! cat /dev/zero > \"$1/filler\" 2> /dev/null || exit" + GO_ON, 1, folder);
    }

    private static List<String> namespace(String script, int mebibytes, Path folder) {
        return List.of("unshare", "--mount", "--map-root-user", "sh", "-c", script, mebibytes + "m", folder.toString());
    }
}
