package io.parley.embedded.launcher;

import io.parley.embedded.AlreadyRunningException;
import io.parley.embedded.DirectoryLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Optional;

/** The directory in which one installation keeps everything. */
final class DataDirectory {

    /** The stores' first files, their write-ahead logs, and some room; not a forecast of use. */
    static final long FREE_MEBIBYTES_MIN = 1024;

    private static final int PROBE_BYTES = 1 << 20;
    private static final int MEBIBYTE = 1 << 20;

    private final Path path;

    private DataDirectory(Path path) {
        this.path = path;
    }

    /**
     * Creates it, takes it until this process ends, and sees that it keeps what is written.
     *
     * @throws Refusal when another Parley has it, or it cannot be written, or has too little space
     */
    static DataDirectory take(Path path) {
        return take(path, FREE_MEBIBYTES_MIN);
    }

    static DataDirectory take(Path path, long freeMebibytesMin) {
        try {
            createPrivate(path);
            Path real = DirectoryLock.acquire(path).directory();
            requireSpace(real, freeMebibytesMin);
            requireDurableWrites(real);
            return new DataDirectory(real);
        } catch (AlreadyRunningException e) {
            throw new Refusal("already running: " + e.getMessage() + "; stop it, or choose another --data");
        } catch (UncheckedIOException e) {
            throw unwritable(path, Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    /** Other users have no business in it. A directory that exists keeps its permissions. */
    private static void createPrivate(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            Files.createDirectories(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    private static void requireSpace(Path path, long minimum) throws IOException {
        long free = Files.getFileStore(path).getUsableSpace() / MEBIBYTE;
        if (free < minimum) {
            throw new Refusal("data directory " + path + " has " + free + " MiB free, needs " + minimum);
        }
    }

    private static void requireDurableWrites(Path path) throws IOException {
        Path probe = path.resolve("write.probe");
        try (FileChannel channel = FileChannel.open(
                probe, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.allocate(PROBE_BYTES);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } finally {
            Files.deleteIfExists(probe);
        }
    }

    private static Refusal unwritable(Path path, IOException problem) {
        return new Refusal("data directory " + path + " cannot be written: " + reason(problem));
    }

    private static String reason(IOException problem) {
        if (problem instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (problem instanceof NoSuchFileException) {
            return "it cannot be created there";
        }
        if (problem instanceof FileAlreadyExistsException file) {
            return file.getFile() + " is a file";
        }
        Optional<String> said = problem instanceof FileSystemException system
                ? Optional.ofNullable(system.getReason())
                : Optional.ofNullable(problem.getMessage());
        return said.orElse(problem.getClass().getSimpleName());
    }
}
