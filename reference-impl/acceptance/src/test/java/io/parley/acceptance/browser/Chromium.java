package io.parley.acceptance.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real Chromium: the installed one, else the one that comes as an npm package. {@code -Dparley.browser=npm} asks for the
 * latter. Started once for the tests of this JVM.
 */
final class Chromium {

    /** Held by every class that uses it. */
    static final String LOCK = "browser";

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static @Nullable Browser shared;

    private Chromium() {}

    /** The browser of this JVM. It must be used by one thread at a time. */
    static synchronized Browser shared() {
        if (shared == null) {
            shared = launch();
        }
        return shared;
    }

    private static Browser launch() {
        Program program = installed();
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.putAll(program.environment());
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program.executable())
                        .setArgs(FLAGS)
                        .setEnv(environment)
                        .setHeadless(true));
    }

    private record Program(Path executable, Map<String, String> environment) {}

    private static Program installed() {
        if ("npm".equals(System.getProperty("parley.browser"))) {
            return fromNpm();
        }
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .map(executable -> new Program(executable, Map.of()))
                .orElseGet(Chromium::fromNpm);
    }

    /** Unpacked below target; a bare machine lacks libraries and fonts as well, so they come with it. */
    private static Program fromNpm() {
        try {
            Process unpack = new ProcessBuilder("node", "browser/unpack.mjs", "target/chromium")
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String answer = new String(unpack.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (unpack.waitFor() != 0) {
                throw new IllegalStateException("browser/unpack.mjs failed with status " + unpack.exitValue());
            }
            JsonNode places = JsonMapper.shared().readTree(answer);
            return new Program(
                    Path.of(places.required("executable").asString()),
                    Map.of(
                            "LD_LIBRARY_PATH", places.required("libraries").asString(),
                            "FONTCONFIG_PATH", places.required("fonts").asString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while unpacking Chromium", e);
        }
    }
}
