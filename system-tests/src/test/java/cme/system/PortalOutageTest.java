package cme.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cme.stack.service.Service;
import cme.stack.service.ServiceProcess;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A service dies while somebody works in the portal: its part of a page says so and the rest
/// stands, nothing typed is lost, and all works again once the service is back.
@ExtendWith({Journeys.class, SharedSystem.class})
class PortalOutageTest {
    private static final String AWAY = "does not answer right now";

    @Test
    void thePartOfADeadServiceSaysSoAndTheRestStands(RunningSystem system, Browser browser) {
        system.introduce("770011", "Emmy", "Outage");
        try (var surgeon = PortalReader.of(system, browser).signIn("diplomate", "770011")) {
            Locator missing = surgeon.page().locator(".missing");
            without(
                    Service.CATALOG,
                    system,
                    () -> {
                        Page page = surgeon.open("/diplomates/770011");
                        assertThat(page.locator("h1")).containsText("was missed");
                        assertThat(page.locator("#glance")).isVisible();
                        assertThat(missing.first()).containsText("The catalog " + AWAY);
                    });
            surgeon.open("/diplomates/770011");
            assertThat(missing).hasCount(0);
        }
    }

    @Test
    void nothingTypedIsLostAndItIsSentOnceTheServiceIsBack(RunningSystem system, Browser browser) {
        system.introduce("770012", "Lise", "Outage");
        String person = "/diplomates/770012";
        String typed = "Typed before the assessment died";
        try (var board = PortalReader.of(system, browser).signIn("board", "board");
                var surgeon = PortalReader.of(system, browser).signIn("diplomate", "770012")) {
            Page record = board.open(person + "/record");
            record.selectOption("#finding", "cme-total:6");
            record.selectOption("#verdict", "WAIVED");
            record.fill("#reason", typed);
            Page question =
                    surgeon.open(person + "/what-if?title=Rounds&on=2026-03-02&credits=12.5");
            Locator credits = question.locator("input[name=credits]");
            Locator notice = question.locator("#no-answer");
            without(
                    Service.COMPLIANCE,
                    system,
                    () -> {
                        record.locator("form:has(#finding) button[type=submit]").click();
                        assertThat(record.locator("main")).containsText(AWAY);
                        credits.fill("20.25");
                        credits.press("Tab");
                        assertThat(notice).containsText("What you typed is still here.");
                        assertThat(credits).hasValue("20.25");
                    });
            board.button("Send it again").click();
            assertThat(record.locator("#preview")).containsText("would change");
            assertThat(record.locator("#reason")).hasValue(typed);
            credits.fill("20.5");
            credits.press("Tab");
            assertThat(question.locator("#results")).containsText("20.5");
            assertThat(notice).hasCount(0);
        }
    }

    private static void without(Service service, RunningSystem system, Runnable work) {
        ServiceProcess process = system.stack().service(service);
        process.kill();
        try {
            work.run();
        } finally {
            process.start();
        }
    }
}
