package io.parley.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Somebody with a browser of their own, who finds things by the names that a screen reader would say. */
final class Person implements AutoCloseable {

    /** A busy machine is no failure. */
    private static final double PATIENCE_MILLIS = 60_000;

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    }

    private static final String PASSWORD = "correct horse battery";

    private final String name;
    private String called;
    private final URI address;
    private final Traffic traffic;
    private final BrowserContext context;
    private Page page;
    private final List<String> complaints = new ArrayList<>();
    private final List<WebSocketRoute> sockets = new ArrayList<>();
    private boolean isOffline;

    private Person(String name, URI address, Browser.NewContextOptions options) {
        this.name = name;
        called = name;
        this.address = address;
        traffic = Traffic.recordedWith(options);
        context = SharedBrowser.get().newContext(options);
        page = newPage();
    }

    private Page newPage() {
        Page opened = context.newPage();
        opened.setDefaultTimeout(PATIENCE_MILLIS);
        opened.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        opened.onPageError(complaints::add);
        return opened;
    }

    /** To be said first: to be offline does not cut a socket that is open, so those of this browser go through here. */
    void goesThroughSocketsThatCanBeCut() {
        context.routeWebSocket(url -> true, socket -> {
            if (isOffline) {
                socket.close();
            } else {
                sockets.add(socket);
                sockets.add(socket.connectToServer());
            }
        });
    }

    void losesTheNetwork() {
        isOffline = true;
        context.setOffline(true);
        sockets.forEach(WebSocketRoute::close);
        sockets.clear();
    }

    void hasTheNetworkAgain() {
        isOffline = false;
        context.setOffline(false);
    }

    /** Closes the page and opens the same address in a new one, with the network, as after a crash or on the next day. */
    void opensTheBrowserAnew() {
        String last = page.url();
        page.close();
        // Only now: the page that was closed has sent nothing more.
        hasTheNetworkAgain();
        page = newPage();
        page.navigate(last);
    }

    /** Opens the same address in one more tab, whose socket never gets through, and looks at that. */
    void opensATabWithoutASocket() {
        String last = page.url();
        page = newPage();
        page.routeWebSocket(url -> true, socket -> {});
        page.navigate(last);
    }

    /** Closes the tab that is looked at, and looks at the one before it. */
    void closesTheTab() {
        page.close();
        page = context.pages().get(context.pages().size() - 1);
    }

    /** At a desktop, in light colours. */
    static Person named(String prefix, URI address) {
        return named(prefix, address, Screen.DESKTOP, ColorScheme.LIGHT);
    }

    static Person named(String prefix, URI address, Screen screen, ColorScheme colours) {
        return new Person(prefix + "-" + UUID.randomUUID().toString().substring(0, 8), address, screen, colours);
    }

    /** The same person at another screen; not signed in there. */
    Person at(Screen screen, ColorScheme colours) {
        return new Person(name, address, screen, colours);
    }

    private Person(String name, URI address, Screen screen, ColorScheme colours) {
        this(
                name,
                address,
                new Browser.NewContextOptions()
                        .setViewportSize(screen.width(), screen.height())
                        .setHasTouch(screen == Screen.PHONE)
                        .setColorScheme(colours)
                        .setReducedMotion(ReducedMotion.REDUCE));
    }

    String name() {
        return name;
    }

    Page page() {
        return page;
    }

    /** Errors that the browser's console showed, violations of the content security policy among them. */
    List<String> complaints() {
        return complaints;
    }

    void opens(String path) {
        page.navigate(address + path);
    }

    void registers() {
        opens("/register");
        fill("Username", name);
        fill("Password", PASSWORD);
        fill("Repeat password", PASSWORD);
        press("Create account");
        assertThat(page.getByRole(AriaRole.LIST, named("Conversations"))).isAttached();
    }

    void signsIn() {
        opens("/login");
        fill("Username or e-mail", name);
        fill("Password", PASSWORD);
        press("Log in");
        assertThat(page.getByRole(AriaRole.LIST, named("Conversations"))).isAttached();
    }

    void isCalled(String displayName) {
        press("Your profile");
        fill("Display name", displayName);
        press("Save");
        called = displayName;
        assertThat(page.getByText(displayName, new Page.GetByTextOptions().setExact(true)))
                .isVisible();
    }

    void startsAChatWith(Person other) {
        press("New conversation");
        fill("Username", other.name);
        press("Start chat");
        seesChat(other.called);
    }

    void createsAGroup(String title, Person... others) {
        press("New conversation");
        page.getByText("A group", new Page.GetByTextOptions().setExact(true)).click();
        fill("Title", title);
        fill("Usernames", Stream.of(others).map(Person::name).collect(Collectors.joining(", ")));
        press("Create group");
        seesChat(title);
    }

    void opensChat(String title) {
        page.getByRole(AriaRole.LIST, named("Conversations"))
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(title))
                .click();
        seesChat(title);
    }

    /** Before that, what is typed still belongs to the conversation that was open. */
    private void seesChat(String title) {
        assertThat(page.getByRole(AriaRole.HEADING, named(title).setExact(true)))
                .isVisible();
        assertThat(message()).isVisible();
    }

    void says(String text) {
        message().fill(text);
        message().press("Enter");
    }

    /** Waits until the text stands in the log, and asserts that it stands there once. */
    void sees(String text) {
        assertThat(log().getByText(text, new Locator.GetByTextOptions().setExact(true)))
                .hasCount(1);
    }

    /** Waits until the own message with this text says that it stands so. */
    void seesThatIs(String text, String standing) {
        Locator message = log().getByRole(AriaRole.ARTICLE)
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByText(text, new Page.GetByTextOptions().setExact(true))));
        assertThat(message.getByRole(AriaRole.IMG)).hasAccessibleName(standing);
    }

    Locator log() {
        return page.getByRole(AriaRole.LOG, named("Messages"));
    }

    Locator message() {
        return page.getByRole(AriaRole.TEXTBOX, named("Message").setExact(true));
    }

    void press(String button) {
        page.getByRole(AriaRole.BUTTON, named(button).setExact(true)).click();
    }

    private void fill(String label, String text) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(text);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    /** Ends the browser, and fails if it and the server did not keep to the API documents. */
    @Override
    public void close() {
        context.close();
        traffic.hold();
    }
}
