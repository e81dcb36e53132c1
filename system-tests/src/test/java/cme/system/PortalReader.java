package cme.system;

import static org.assertj.core.api.Assertions.assertThat;

import cme.stack.service.Service;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Somebody who opens the portal in a browser of their own.
final class PortalReader implements AutoCloseable {
    private static final int WIDE = 1280;
    private static final int NARROW = 320;
    private static final int HEIGHT = 900;

    private final String portal;
    private final BrowserContext context;
    private final Page page;
    private final List<String> elsewhere = new ArrayList<>();

    /// Of the portal of this system.
    static PortalReader of(RunningSystem system, Browser browser) {
        return new PortalReader(browser, address(system), true);
    }

    /// The address of its portal, without a slash at the end.
    static String address(RunningSystem system) {
        return "http://localhost:" + system.stack().ports().http(Service.PORTAL);
    }

    /// @param portal its address without a slash at the end
    /// @param scripts whether the browser runs them
    PortalReader(Browser browser, String portal, boolean scripts) {
        this.portal = portal;
        context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setLocale("en-US")
                                .setJavaScriptEnabled(scripts)
                                .setViewportSize(WIDE, HEIGHT));
        page = context.newPage();
        page.onRequest(
                request -> {
                    if (request.frame().url().startsWith(portal)
                            && !request.url().startsWith(portal)
                            && !request.isNavigationRequest()) {
                        elsewhere.add(request.url());
                    }
                });
    }

    /// @param role `board`, `society` or `diplomate`
    /// @param number of the society or the diplomate
    PortalReader signIn(String role, String number) {
        page.navigate(portal + "/enter");
        choose(page, role, number);
        return this;
    }

    /// On the page that asks who somebody is today.
    void choose(Page asking, String role, String number) {
        asking.check("input[name=role][value=" + role + "]");
        asking.fill("#number", number);
        asking.click("button.primary");
        asking.waitForURL(url -> url.startsWith(portal));
    }

    Page open(String path) {
        page.navigate(portal + path);
        return page;
    }

    Page page() {
        return page;
    }

    /// The first button with these words.
    Locator button(String words) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words)).first();
    }

    BrowserContext context() {
        return context;
    }

    /// The obstacles to using this page: rules of accessibility that it breaks, in light and dark,
    /// and scrolling sideways on a small screen.
    List<String> obstacles(String path) {
        open(path);
        List<String> found = new ArrayList<>();
        for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
            judge(colours)
                    .analyze()
                    .getViolations()
                    .forEach(
                            broken ->
                                    found.add(
                                            path
                                                    + " "
                                                    + colours
                                                    + ": "
                                                    + broken.getId()
                                                    + " "
                                                    + broken.getNodes().getFirst().getTarget()));
        }
        page.setViewportSize(NARROW, HEIGHT);
        Object width = page.evaluate("document.documentElement.scrollWidth");
        if (((Number) width).intValue() > NARROW) {
            found.add(path + ": " + width + " pixels wide on a screen of " + NARROW);
        }
        page.setViewportSize(WIDE, HEIGHT);
        return found;
    }

    /// In the dark only colours are others.
    private AxeBuilder judge(ColorScheme colours) {
        AxeBuilder judge = new AxeBuilder(page);
        return colours == ColorScheme.DARK ? judge.withRules(List.of("color-contrast")) : judge;
    }

    List<String> obstacles(Stream<String> paths) {
        return paths.flatMap(path -> obstacles(path).stream()).toList();
    }

    @Override
    public void close() {
        context.close();
        assertThat(elsewhere).as("what pages have loaded from elsewhere").isEmpty();
    }
}
