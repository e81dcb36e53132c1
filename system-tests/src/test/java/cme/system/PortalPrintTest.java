package cme.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Pages of the portal on paper.
@ExtendWith({Journeys.class, SharedSystem.class})
class PortalPrintTest {
    /// The width of a sheet (A4 within its margins) in pixels of 1/96 inch.
    private static final int SHEET = 703;

    @Test
    void allGroupsAreOpenAndThereIsNothingToPress(RunningSystem system, Browser browser) {
        system.introduce("770013", "Dorothy", "Paper");
        try (var surgeon = PortalReader.of(system, browser).signIn("diplomate", "770013")) {
            Page page = surgeon.open("/diplomates/770013");
            Locator closed = page.locator("details:not([open]) > .group-body");
            assertThat(closed).not().hasCount(0);
            assertThat(closed.first()).isHidden();
            print(page);
            for (Locator group : closed.all()) {
                assertThat(group).isVisible();
            }
            assertThat(page.locator(":is(nav, form, button, .button):visible")).hasCount(0);
            assertThat(page.locator("h1")).isVisible();
        }
    }

    @Test
    void aTableKeepsItsColumnsOnASheet(RunningSystem system, Browser browser) {
        system.introduce("770014", "Cecilia", "Paper");
        system.society("ASPS")
                .post(
                        "/v1/completions",
                        """
                        {"externalId": "PAPER-1", "diplomateId": "770014", "familyName": "Paper",
                         "title": "Rounds", "completedOn": "2026-03-02", "credits": 2.5}
                        """)
                .expect(201);
        try (var surgeon = PortalReader.of(system, browser).signIn("diplomate", "770014")) {
            Page page = surgeon.open("/diplomates/770014/transcript");
            print(page);
            double head = page.locator("thead th").last().boundingBox().x;
            double cell = page.locator("tbody tr").first().locator("td").last().boundingBox().x;
            assertThat(head).isEqualTo(cell);
        }
    }

    private static void print(Page page) {
        page.setViewportSize(SHEET, SHEET);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    }
}
