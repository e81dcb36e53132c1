package cme.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.awaitility.Awaitility.await;

import cme.stack.signin.SignIn;
import cme.stack.token.Tokens;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Six requests of one browser at the moment when its tokens have expired.
@ExtendWith({Journeys.class, SharedSystem.class})
class PortalSessionTest {
    private static final Duration LIFETIME = Duration.ofSeconds(2);

    /// Beyond the second to which tokens are precise.
    private static final Duration EXPIRED = LIFETIME.plusSeconds(2);

    private static final String SIX_AT_ONCE =
            """
            () => Promise.all(
              ["/worklist", "/held", "/rosters", "/cohort", "/people", "/session"].map(async (path) =>
                (await fetch(path, { headers: { "X-Requested-By": "script" } })).status))
            """;

    @Test
    void sixRequestsAtOnceRenewASessionAndNoneLosesIt(RunningSystem system, Browser browser) {
        try (var board = signedInAndExpired(system, browser)) {
            Page page = board.page();
            assertThat(page.evaluate(SIX_AT_ONCE)).asInstanceOf(LIST).hasSize(6).containsOnly(200);
            page.reload();
            assertThat(page.url()).isEqualTo(PortalReader.address(system) + "/worklist");
            assertThat(page.locator("h1")).containsText("diplomate");
        }
    }

    @Test
    void sixRequestsAtOnceOfASessionThatIsOverLeaveThePageAndTheNextOneSignsIn(
            RunningSystem system, Browser browser) {
        try (var board = signedInAndExpired(system, browser)) {
            signIn(system).endSessions();
            Page page = board.page();
            assertThat(page.evaluate(SIX_AT_ONCE)).asInstanceOf(LIST).hasSize(6).containsOnly(499);
            page.click("form.filters button:has-text('Filter')");
            assertThat(page.locator("#session-over")).containsText("Your session is over.");
            assertThat(page.locator("h1")).containsText("diplomate");
            page.reload();
            assertThat(page.url()).doesNotStartWith(PortalReader.address(system) + "/");
        }
    }

    /// The page is still open when its tokens are good no more. It is asked for with tokens that
    /// live long enough; those that expire come from signing in once more in another tab.
    private static PortalReader signedInAndExpired(RunningSystem system, Browser browser) {
        SignIn signIn = signIn(system);
        var board = PortalReader.of(system, browser).signIn("board", "board");
        assertThat(board.page().locator("h1")).containsText("diplomate");
        board.page().waitForLoadState(LoadState.NETWORKIDLE);
        board.context().clearCookies();
        signIn.tokensLive(LIFETIME);
        try (Page tab = board.context().newPage()) {
            tab.navigate(PortalReader.address(system) + "/enter");
            board.choose(tab, "board", "board");
        } finally {
            signIn.tokensLive(Tokens.LIFETIME);
        }
        Instant over = Instant.now().plus(EXPIRED);
        await().atMost(Duration.ofMinutes(2)).until(() -> Instant.now().isAfter(over));
        return board;
    }

    private static SignIn signIn(RunningSystem system) {
        return system.stack().signIn().orElseThrow();
    }
}
