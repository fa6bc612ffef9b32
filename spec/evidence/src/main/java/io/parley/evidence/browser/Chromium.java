package io.parley.evidence.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A real Chromium without a window: the installed one, else the one that comes as an npm package. For one thread. */
public final class Chromium implements AutoCloseable {

    /**
     * A later list replaces an earlier one, so what Playwright turns off comes first. The rest are renderers that each window
     * would have beside that of its page: two for the suggestions of an address bar that nobody sees, one in reserve.
     */
    private static final List<String> TURNED_OFF = List.of(
            "AvoidUnnecessaryBeforeUnloadCheckSync",
            "BoundaryEventDispatchTracksNodeRemoval",
            "DestroyProfileOnBrowserClose",
            "DialMediaRouteProvider",
            "GlobalMediaControls",
            "HttpsUpgrades",
            "LensOverlay",
            "MediaRouter",
            "OptimizationHints",
            "PaintHolding",
            "ThirdPartyStoragePartitioning",
            "Translate",
            "WebUIOmniboxPopup",
            "WebUIOmniboxAimPopup",
            "SpareRendererForSitePerProcess");

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-features=" + String.join(",", TURNED_OFF));

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Program program) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.putAll(program.environment());
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program.executable())
                        .setArgs(FLAGS)
                        .setEnv(environment)
                        .setHeadless(true));
    }

    /** Starts one. {@code -Dparley.browser=npm} asks for the package even where a browser is installed. */
    public static Chromium launch() {
        return new Chromium(Program.find());
    }

    public Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
