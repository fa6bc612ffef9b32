package io.parley.evidence.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The browser's executable, and what it needs from the environment.
 *
 * @param environment beside that of this process
 */
record Program(Path executable, Map<String, String> environment) {

    private static final Path UNPACK = Path.of("reference-impl", "acceptance", "browser", "unpack.mjs");

    static Program find() {
        if ("npm".equals(System.getProperty("parley.browser"))) {
            return fromNpm();
        }
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .map(executable -> new Program(executable, Map.of()))
                .orElseGet(Program::fromNpm);
    }

    /** Unpacked below target; a bare machine lacks libraries and fonts as well, so they come with it. */
    private static Program fromNpm() {
        Path script = script();
        try (FileChannel channel = FileChannel.open(script, StandardOpenOption.WRITE)) {
            // Modules are tested at the same time, and unpack one package: held until the channel is closed.
            var unused = channel.lock();
            JsonNode places = JsonMapper.shared().readTree(unpack(script));
            return new Program(
                    Path.of(places.required("executable").asString()),
                    Map.of(
                            "LD_LIBRARY_PATH", places.required("libraries").asString(),
                            "FONTCONFIG_PATH", places.required("fonts").asString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unpack(Path script) throws IOException {
        Process unpack = new ProcessBuilder("node", script.toString(), "target/chromium")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String answer = new String(unpack.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (unpack.waitFor() != 0) {
                throw new IllegalStateException(script + " failed with status " + unpack.exitValue());
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while unpacking Chromium", e);
        }
    }

    /** Tests run in the folder of their module. */
    private static Path script() {
        Path start = Path.of("").toAbsolutePath();
        return Stream.iterate(start, folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve(UNPACK))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(start + " is not below a folder with " + UNPACK));
    }
}
