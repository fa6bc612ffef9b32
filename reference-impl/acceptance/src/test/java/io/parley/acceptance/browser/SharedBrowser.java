package io.parley.acceptance.browser;

import com.microsoft.playwright.Browser;
import io.parley.evidence.browser.Chromium;
import org.jspecify.annotations.Nullable;

/** The browser of the tests of this JVM, started once. */
final class SharedBrowser {

    /**
     * Held by every class that uses it. Locks are taken in the order of their names: who needs the own installation as well
     * waits for that first, instead of keeping the browser from others meanwhile.
     */
    static final String LOCK = "shared browser";

    private static @Nullable Chromium shared;

    private SharedBrowser() {}

    /** It must be used by one thread at a time. */
    static synchronized Browser get() {
        if (shared == null) {
            shared = Chromium.launch();
            Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
        }
        return shared.browser();
    }
}
