package io.parley.acceptance.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The what-if page, opened from its file, and all that the browser has to complain about. */
final class WhatIfPage implements AutoCloseable {

    private static final Path FILE = Path.of("../../capacity-model/target/what-if/index.html")
            .toAbsolutePath()
            .normalize();

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    private WhatIfPage(BrowserContext context) {
        this.context = context;
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if (!message.type().equals("log")) {
                complaints.add(message.type() + ": " + message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onRequest(request -> {
            if (!request.url().matches("(file|data):.*")) {
                complaints.add("asked for " + request.url());
            }
        });
    }

    static WhatIfPage open(String fragment) {
        return open(fragment, Screen.DESKTOP, ColorScheme.LIGHT);
    }

    static WhatIfPage open(String fragment, Screen screen, ColorScheme colours) {
        WhatIfPage opened = new WhatIfPage(SharedBrowser.get()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(screen.width(), screen.height())
                        .setColorScheme(colours)));
        opened.page.navigate(FILE.toUri() + fragment);
        opened.answer("nodes").waitFor();
        return opened;
    }

    Page page() {
        return page;
    }

    /** Errors and warnings of the console, uncaught errors, and requests that leave the machine. */
    List<String> complaints() {
        return complaints;
    }

    /** With the keyboard, as all of it must work. */
    void opensGroup(String title) {
        page.locator("summary", new Page.LocatorOptions().setHasText(title)).focus();
        page.keyboard().press("Enter");
    }

    Locator number(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                .and(page.locator("input[type=text]"));
    }

    Locator slider(String label) {
        return page.getByRole(
                AriaRole.SLIDER, new Page.GetByRoleOptions().setName(label).setExact(true));
    }

    /** What a card shows. */
    Locator answer(String id) {
        return page.locator(".card[data-answer='" + id + "'] output");
    }

    Locator problem() {
        return page.getByRole(AriaRole.ALERT);
    }

    @Override
    public void close() {
        context.close();
    }
}
