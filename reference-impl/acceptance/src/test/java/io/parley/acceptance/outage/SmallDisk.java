package io.parley.acceptance.outage;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file system of a few megabytes in memory that can be filled to the last byte and freed again. Needs root. */
final class SmallDisk implements AutoCloseable {

    private static final int BLOCK = 4096;

    private final Path directory;
    private final Path filler;

    private SmallDisk(Path directory) {
        this.directory = directory;
        this.filler = directory.resolve("filler");
    }

    /** Mounted there, empty; what an earlier run left is unmounted first. */
    static SmallDisk mountedAt(Path directory, int megabytes) {
        try {
            Path absolute = Files.createDirectories(directory).toRealPath();
            if (Files.getFileStore(absolute).type().equals("tmpfs")) {
                run(List.of("umount", "--lazy", absolute.toString()));
            }
            run(List.of("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", absolute.toString()));
            return new SmallDisk(absolute);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path directory() {
        return directory;
    }

    /** Until nothing more goes in. */
    void fill() {
        try (OutputStream out = Files.newOutputStream(filler)) {
            byte[] block = new byte[BLOCK];
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            if (usable() >= BLOCK) {
                throw new UncheckedIOException(full);
            }
        }
    }

    void free() {
        try {
            Files.delete(filler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long usable() {
        try {
            return Files.getFileStore(directory).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        run(List.of("umount", "--lazy", directory.toString()));
    }

    private static void run(List<String> command) {
        try {
            int status = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (status != 0) {
                throw new IllegalStateException(command + " ended with " + status + ", expected 0");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
