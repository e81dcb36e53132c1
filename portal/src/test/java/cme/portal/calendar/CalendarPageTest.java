package cme.portal.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import cme.portal.compliance.CalendarFeed;
import cme.portal.page.Formats;
import cme.portal.services.Answers;
import cme.portal.services.ServiceProblem;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CalendarPageTest {
    private static final Formats AMERICAN = Formats.of("en-US", ZoneId.of("America/New_York"));
    private static final String FEED = "28257922-1ee7-48b3-88b5-11b648d91f18";

    private static CalendarPage page(@Nullable String done) {
        return CalendarPage.of(
                "020066",
                Answers.page("compliance/calendar-feeds.json", CalendarFeed.class).items(),
                done,
                AMERICAN);
    }

    @Test
    void addressesInUseAreListedWithoutTheAddressItself() {
        assertThat(page(null).feeds())
                .singleElement()
                .satisfies(
                        feed -> {
                            assertThat(feed.title().replace('\u202f', ' '))
                                    .isEqualTo("Made Nov 29, 2026, 2:44 PM ET");
                            assertThat(feed.by()).isEqualTo("by board");
                        });
        assertThat(page(null).added()).isNull();
    }

    private static CalendarPage.@Nullable Added added(String reached) {
        return page(null)
                .adding(
                        new CalendarFeed.Added(
                                FEED,
                                1,
                                Instant.EPOCH,
                                "020066",
                                "http://compliance-service:8083/v1/calendar-feeds/a%2Fb.ics"),
                        URI.create(reached))
                .added();
    }

    @Test
    void aNewAddressIsShownAsCalendarProgramsReachItAndOpensOnADevice() {
        assertThat(added("https://cme.example/"))
                .isEqualTo(
                        new CalendarPage.Added(
                                "https://cme.example/v1/calendar-feeds/a%2Fb.ics",
                                "webcal://cme.example/v1/calendar-feeds/a%2Fb.ics"));
    }

    @Test
    void aPortOfTheAddressAndASettingWithoutASlashAreKept() {
        assertThat(added("http://localhost:8083"))
                .isEqualTo(
                        new CalendarPage.Added(
                                "http://localhost:8083/v1/calendar-feeds/a%2Fb.ics",
                                "webcal://localhost:8083/v1/calendar-feeds/a%2Fb.ics"));
    }

    @Test
    void aRemovalWithoutAReasonIsRefusedAtItsField() {
        var problem = ServiceProblem.unreachable("It", new IllegalStateException());
        CalendarPage refused = page(null).refused(FEED, " ", problem);
        assertThat(refused.faults())
                .containsExactly(
                        new CalendarPage.Fault(
                                "reason-" + FEED, "Say why; the history keeps it.", " "));
        assertThat(refused.feeds().getFirst().fault()).isNotNull();
    }

    @Test
    void whatWasDoneIsSaidAndOtherWordsAreNot() {
        assertThat(page("removed").said())
                .isEqualTo("The address is removed. Calendars that have it get nothing any more.");
        assertThat(page("anything").said()).isNull();
    }
}
