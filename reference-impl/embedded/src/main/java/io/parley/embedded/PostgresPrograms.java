package io.parley.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs, unpacked from the archive that Maven brought for this platform. */
final class PostgresPrograms {

    private static final int OWNER_MAY_EXECUTE = 0100;

    private static final String UNFINISHED = "unpacking-";
    private static final Duration UNPACKING_BOUND = Duration.ofMinutes(10);

    private final Path folder;

    private PostgresPrograms(Path folder) {
        this.folder = folder;
    }

    /**
     * Unpacks them below the directory, once. Complete or absent at every moment: they are unpacked beside their place and
     * renamed, so that a kill, or a second process that does the same, does no harm.
     *
     * @throws IllegalStateException when Maven brought no archive for this platform
     */
    static PostgresPrograms unpackedIn(Path directory) {
        String name = archiveName();
        URL archive = PostgresPrograms.class.getClassLoader().getResource(name);
        if (archive == null) {
            throw new IllegalStateException("no PostgreSQL for this platform: " + name + " is not on the class path");
        }
        try {
            Path folder = directory.resolve("programs-" + checksum(archive));
            deleteAbandoned(directory);
            if (!Files.isDirectory(folder)) {
                Path unfinished = Files.createDirectories(directory.resolve(UNFINISHED + UUID.randomUUID()));
                unpack(archive, unfinished);
                moveInto(unfinished, folder);
            }
            return new PostgresPrograms(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String path(String program) {
        return folder.resolve("bin").resolve(program).toString();
    }

    private static String archiveName() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        String cpu = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        return "postgres-" + os + "-" + cpu + ".txz";
    }

    /** Of another version, it is another folder. */
    private static String checksum(URL archive) throws IOException {
        JarURLConnection connection = (JarURLConnection) archive.openConnection();
        connection.setUseCaches(false);
        try (var jar = connection.getJarFile()) {
            return Long.toHexString(jar.getEntry(connection.getEntryName()).getCrc());
        }
    }

    private static void unpack(URL archive, Path folder) throws IOException {
        try (InputStream packed = archive.openStream();
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("entry outside of the archive: " + entry.getName());
                }
                unpack(entry, tar, target);
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, target);
            if ((entry.getMode() & OWNER_MAY_EXECUTE) != 0) {
                Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }

    /** What others left that were killed while they unpacked; what is younger may still be in work. */
    private static void deleteAbandoned(Path directory) throws IOException {
        Instant abandoned = Instant.now().minus(UNPACKING_BOUND);
        try (Stream<Path> all = Files.list(Files.createDirectories(directory))) {
            for (Path path : all.toList()) {
                if (path.getFileName().toString().startsWith(UNFINISHED)
                        && Files.getLastModifiedTime(path).toInstant().isBefore(abandoned)) {
                    Folders.delete(path);
                }
            }
        }
    }

    static void moveInto(Path unfinished, Path folder) throws IOException {
        try {
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException refused) {
            // Of an atomic move Java tells by no type of its own that the folder is there and not empty.
            if (!Files.isDirectory(folder)) {
                throw refused;
            }
            Folders.delete(unfinished);
        }
    }
}
