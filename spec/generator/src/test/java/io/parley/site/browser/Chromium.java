package io.parley.site.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real Chromium: the installed one, else the one that the acceptance tests bring along. For one thread. */
final class Chromium implements AutoCloseable {

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser;

    Chromium() throws IOException, InterruptedException {
        Path installed = Path.of("/usr/bin/chromium");
        BrowserType.LaunchOptions options =
                new BrowserType.LaunchOptions().setArgs(FLAGS).setHeadless(true);
        browser = playwright
                .chromium()
                .launch(Files.isExecutable(installed) ? options.setExecutablePath(installed) : fromNpm(options));
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        playwright.close();
    }

    private static BrowserType.LaunchOptions fromNpm(BrowserType.LaunchOptions options)
            throws IOException, InterruptedException {
        Process unpack = new ProcessBuilder(
                        "node", "../../reference-impl/acceptance/browser/unpack.mjs", "target/chromium")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String answer = new String(unpack.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (unpack.waitFor() != 0) {
            throw new IOException("unpack.mjs failed with status " + unpack.exitValue());
        }
        JsonNode places = JsonMapper.shared().readTree(answer);
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("LD_LIBRARY_PATH", places.required("libraries").asString());
        environment.put("FONTCONFIG_PATH", places.required("fonts").asString());
        return options.setExecutablePath(Path.of(places.required("executable").asString()))
                .setEnv(environment);
    }
}
