package cme.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Journeys of surgeons, societies and the board through the portal, in a real browser on the whole
/// system.
@ExtendWith({Journeys.class, SharedSystem.class})
class PortalJourneyTest {

    @Test
    void aSurgeonSeesWhatAnActivityWouldBringAndFindsItCountedOnceItIsPosted(
            RunningSystem system, Browser browser) {
        system.introduce("770001", "Ada", "Journey");
        try (var surgeon = PortalReader.of(system, browser).signIn("diplomate", "770001")) {
            Page page = surgeon.page();
            assertThat(page.locator("h1")).containsText("was missed");
            page.navigate(
                    PortalReader.address(system)
                            + "/diplomates/770001/what-if?title=Rounds&on=2026-03-02&credits=12.5");
            assertThat(page.locator("main")).containsText("12.5");
            system.society("ASPS")
                    .post(
                            "/v1/completions",
                            """
                            {"externalId": "JOURNEY-1", "diplomateId": "770001", "familyName": "Journey",
                             "title": "Rounds", "completedOn": "2026-03-02", "credits": 12.5}
                            """)
                    .expect(201);
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> surgeon.open("/diplomates/770001").content().contains("Rounds"));
            assertThat(page.locator("main")).containsText("12.50");
        }
    }

    @Test
    void aSocietyPostsAFileMendsARowAndTheBoardDecidesAboutTheOneThatWaits(
            RunningSystem system, Browser browser, @TempDir Path folder) throws Exception {
        system.introduce("770002", "Grace", "Roster");
        Path file = folder.resolve("roster.csv");
        Files.writeString(
                file,
                """
                externalId,diplomateId,familyName,title,completedOn,credits
                JOURNEY-R1,770002,Roster,Rounds,2026-03-02,2
                JOURNEY-R2,770002,Roster,Rounds,2026-03-03,1.3
                JOURNEY-R3,770099,Nobody-Journey,Rounds,2026-03-03,1
                """);
        try (var society = PortalReader.of(system, browser).signIn("society", "ASPS")) {
            Page page = society.open("/rosters/new");
            page.fill("#externalId", "JOURNEY-ROSTER");
            page.setInputFiles("input[type=file]", file);
            society.button("Check it").click();
            society.button("Post").click();
            page.waitForURL(url -> url.contains("done=posted"));
            assertThat(page.locator("h1")).containsText("to mend");
        }
        try (var board = PortalReader.of(system, browser).signIn("board", "board")) {
            Page page = board.open("/held");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Nobody-Journey"))
                    .click();
            page.fill("#discardReason", "Nobody of this name was there");
            board.button("See what discarding does").click();
            board.button("Discard the row").click();
            assertThat(page.locator("[role=status]").first()).containsText("discarded");
        }
    }

    @Test
    void theBoardSeesWhatADecisionChangesRecordsItAndTakesItBack(
            RunningSystem system, Browser browser) {
        system.introduce("770003", "Rosalind", "Decision");
        try (var board = PortalReader.of(system, browser).signIn("board", "board")) {
            Page page = board.open("/diplomates/770003/record");
            page.selectOption("#finding", "cme-total:6");
            page.selectOption("#verdict", "WAIVED");
            page.fill("#reason", "Illness");
            page.locator("form:has(#finding) button[type=submit]").click();
            assertThat(page.locator("#preview")).containsText("would change");
            board.button("Record it").click();
            assertThat(page.locator("[role=status]").first()).containsText("recorded");
            board.button("Take it back").click();
            assertThat(page.locator("[role=status]").first()).containsText("taken back");
        }
    }

    @Test
    void nothingTypedIsLostWhenTheSessionIsOver(RunningSystem system, Browser browser) {
        system.introduce("770004", "Katherine", "Session");
        try (var board = PortalReader.of(system, browser).signIn("board", "board")) {
            Page page = board.open("/diplomates/770004/record");
            page.selectOption("#finding", "cme-total:6");
            page.selectOption("#verdict", "WAIVED");
            page.fill("#reason", "Typed before the session was over");
            board.context().clearCookies();
            page.locator("form:has(#finding) button[type=submit]").click();
            assertThat(page.locator("#session-over")).containsText("Your session is over");
            assertThat(page.locator("#reason")).hasValue("Typed before the session was over");
        }
    }

    @Test
    void whoSignsOutIsAVisitorAgain(RunningSystem system, Browser browser) {
        try (var board = PortalReader.of(system, browser).signIn("board", "board")) {
            board.button("Sign out").click();
            assertThat(
                            board.page()
                                    .getByRole(
                                            AriaRole.LINK,
                                            new Page.GetByRoleOptions().setName("Sign in"))
                                    .first())
                    .isVisible();
            board.page().navigate(PortalReader.address(system) + "/worklist");
            assertThat(board.page().url()).doesNotStartWith(PortalReader.address(system));
        }
    }

    @Test
    void everyPageCanBeUsedByEverybodyInLightAndDarkAndOnASmallScreen(
            RunningSystem system, Browser browser) {
        system.introduce("770005", "Þórdís", "Ólafsdóttir-Łukaszewicz");
        String person = "/diplomates/770005";
        try (var visitor = PortalReader.of(system, browser);
                var surgeon = PortalReader.of(system, browser).signIn("diplomate", "770005");
                var society = PortalReader.of(system, browser).signIn("society", "ASPS");
                var board = PortalReader.of(system, browser).signIn("board", "board")) {
            List<String> found =
                    Stream.of(
                                    visitor.obstacles(
                                            Stream.of(
                                                    "/",
                                                    "/activities",
                                                    "/tracers",
                                                    "/rules",
                                                    "/guidance",
                                                    "/transcripts/verify",
                                                    "/nothing/here")),
                                    surgeon.obstacles(
                                            Stream.of(
                                                    person,
                                                    person + "/what-if",
                                                    person + "/transcript",
                                                    person + "/history",
                                                    person + "/calendar")),
                                    society.obstacles(
                                            Stream.of(
                                                    "/rosters",
                                                    "/rosters/new",
                                                    "/check",
                                                    "/activities/new",
                                                    "/corrections")),
                                    board.obstacles(
                                            Stream.of(
                                                    "/worklist",
                                                    "/held",
                                                    "/corrections",
                                                    "/contradictions",
                                                    "/people",
                                                    "/people/770005",
                                                    "/imports",
                                                    "/cohort",
                                                    person + "/record")))
                            .flatMap(List::stream)
                            .toList();
            assertThat(found).isEmpty();
        }
    }

    @Test
    void everythingIsReadWithoutScriptsToo(RunningSystem system, Browser browser) {
        system.introduce("770006", "Maria", "Plain");
        try (var board =
                new PortalReader(browser, PortalReader.address(system), false)
                        .signIn("board", "board")) {
            assertThat(board.open("/worklist").locator("h1")).containsText("diplomate");
            Page page = board.open("/people");
            page.fill("#q", "Plain");
            page.locator("form[role=search] button").click();
            assertThat(page.locator("table")).containsText("770006");
        }
    }
}
