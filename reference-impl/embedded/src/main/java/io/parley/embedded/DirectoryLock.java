package io.parley.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/** Ownership of a directory. It ends with the process that holds it, however that process ends. Thread-safe. */
public final class DirectoryLock implements AutoCloseable {

    /**
     * What this JVM holds. Asked before a lock file is opened: on POSIX, closing any channel of a file drops the
     * process's lock on it. The channels are held here, too: one that is collected as garbage is closed.
     */
    private static final Map<Path, FileChannel> HELD = new HashMap<>();

    private final Path directory;

    private DirectoryLock(Path directory) {
        this.directory = directory;
    }

    /**
     * Creates the directory when there is none, and locks it.
     *
     * @throws AlreadyRunningException when it is locked, by another process or by this one
     * @throws UncheckedIOException when the directory cannot be written
     */
    public static DirectoryLock acquire(Path directory) {
        try {
            Files.createDirectories(directory);
            Path real = directory.toRealPath();
            synchronized (HELD) {
                if (HELD.containsKey(real)) {
                    throw new AlreadyRunningException(directory, "this process");
                }
                HELD.put(real, open(real));
                return new DirectoryLock(real);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileChannel open(Path directory) throws IOException {
        Path file = directory.resolve("owner.lock");
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() == null) {
                String owner = Files.readString(file).strip();
                throw new AlreadyRunningException(directory, "process " + owner);
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** The directory, without symbolic links. */
    public Path directory() {
        return directory;
    }

    @Override
    public void close() {
        synchronized (HELD) {
            FileChannel channel = HELD.remove(directory);
            if (channel != null) {
                closeUnchecked(channel);
            }
        }
    }

    private static void closeUnchecked(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
