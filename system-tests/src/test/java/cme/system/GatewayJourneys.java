package cme.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// One journey of each role through the gateway of the running containers, signed in at Keycloak.
/// `deploy/journeys` runs them by hand: they are no tests of a clean clone, which has no
/// containers.
@ExtendWith(Journeys.class)
@TestMethodOrder(OrderAnnotation.class)
class GatewayJourneys {
    private static final Path PICTURES = Path.of("target", "journeys");

    /// Steps of [one-time passwords](https://www.rfc-editor.org/rfc/rfc6238).
    private static final int STEP_SECONDS = 30;

    /// What was posted by the coordinator, which the others find.
    private static final String TITLE = "Gateway rounds " + UUID.randomUUID();

    private final String gateway = setting("CME_PUBLIC_URL");

    @Test
    @Order(1)
    void aVisitorReadsWhatIsAskedAndTheCatalog(Browser browser) {
        try (BrowserContext visitor = context(browser)) {
            Page page = visitor.newPage();
            page.navigate(gateway + "/");
            picture(page, "visitor-home");
            assertThat(page.locator("h1")).isVisible();
            page.navigate(gateway + "/activities");
            picture(page, "visitor-activities");
            assertThat(page.locator("h1")).isVisible();
            page.navigate(gateway + "/rosters");
            assertThat(page.url()).startsWith(gateway + "/auth/realms/cme/");
        }
    }

    @Test
    @Order(2)
    void aCoordinatorPostsAFile(Browser browser, @TempDir Path folder) throws IOException {
        String id = UUID.randomUUID().toString().substring(0, 8);
        Path file = folder.resolve("roster.csv");
        Files.writeString(
                file,
                """
                externalId,diplomateId,familyName,title,completedOn,credits
                GW-%1$s-1,012345,Lopez-Garcia,%2$s,2026-03-02,2
                GW-%1$s-2,012345,Lopez-Garcia,%2$s,2026-03-03,1.3
                GW-%1$s-3,012399,Nobody-%1$s,%2$s,2026-03-03,1
                """
                        .formatted(id, TITLE));
        try (BrowserContext coordinator = context(browser)) {
            Page page = signIn(coordinator, "coordinator", "COORDINATOR_PASSWORD");
            page.navigate(gateway + "/rosters/new");
            page.fill("#externalId", "GW-ROSTER-" + id);
            page.setInputFiles("input[type=file]", file);
            press(page, "Check it");
            press(page, "Post");
            page.waitForURL(url -> url.contains("done=posted"));
            assertThat(page.locator("h1")).containsText("to mend");
            picture(page, "coordinator-roster");
        }
    }

    @Test
    @Order(3)
    void theBoardsStaffDiscardsTheRowThatWaits(Browser browser) throws GeneralSecurityException {
        try (BrowserContext staff = context(browser)) {
            Page page = signIn(staff, "staff", "STAFF_PASSWORD");
            page.fill("#otp", oneTimePassword(setting("STAFF_OTP_SECRET"), Instant.now()));
            page.click("[type=submit]");
            page.waitForURL(url -> url.startsWith(gateway) && !url.contains("/auth/"));
            page.navigate(gateway + "/worklist");
            assertThat(page.locator("h1")).containsText("diplomate");
            picture(page, "staff-worklist");
            page.navigate(gateway + "/held");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Nobody-"))
                    .first()
                    .click();
            picture(page, "staff-held");
            page.fill("#discardReason", "Nobody of this name was there");
            press(page, "See what discarding does");
            press(page, "Discard the row");
            assertThat(page.locator("[role=status]").first()).containsText("discarded");
        }
    }

    @Test
    @Order(4)
    void aSurgeonFindsTheCompletionCountedAndSignsOut(Browser browser) {
        try (BrowserContext surgeon = context(browser)) {
            Page page = signIn(surgeon, "diplomate", "DIPLOMATE_PASSWORD");
            page.navigate(gateway + "/diplomates/012345");
            assertThat(page.locator("main")).containsText(TITLE);
            picture(page, "surgeon-status");
            page.navigate(gateway + "/diplomates/012348");
            assertThat(page.locator("main")).not().containsText(TITLE);
            press(page, "Sign out");
            page.navigate(gateway + "/diplomates/012345");
            assertThat(page.url()).startsWith(gateway + "/auth/realms/cme/");
        }
    }

    private Page signIn(BrowserContext context, String user, String passwordSetting) {
        Page page = context.newPage();
        page.navigate(gateway + "/enter");
        page.fill("#username", user);
        page.fill("#password", setting(passwordSetting));
        page.click("[type=submit]");
        return page;
    }

    /// The gateway's own certificate is known to nobody.
    private static BrowserContext context(Browser browser) {
        return browser.newContext(
                new Browser.NewContextOptions()
                        .setLocale("en-US")
                        .setIgnoreHTTPSErrors(true)
                        .setViewportSize(1280, 900));
    }

    private static void press(Page page, String words) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words)).first().click();
    }

    private static void picture(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(PICTURES.resolve(name + ".png"))
                        .setFullPage(true));
    }

    private static String oneTimePassword(String secret, Instant now)
            throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
        long step = now.getEpochSecond() / STEP_SECONDS;
        byte[] code = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int start = code[code.length - 1] & 0xf;
        int number = ByteBuffer.wrap(code, start, Integer.BYTES).getInt() & Integer.MAX_VALUE;
        return "%06d".formatted(number % 1_000_000);
    }

    private static String setting(String name) {
        return Objects.requireNonNull(System.getenv(name), name + " is set by deploy/journeys");
    }
}
