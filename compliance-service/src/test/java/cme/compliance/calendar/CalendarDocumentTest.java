package cme.compliance.calendar;

import static cme.compliance.harness.Api.board;
import static cme.compliance.harness.Api.path;
import static cme.compliance.harness.EventFixtures.completion;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import biweekly.ICalendar;
import biweekly.io.text.ICalReader;
import cme.compliance.harness.Api;
import cme.compliance.harness.CleanDatabase;
import cme.compliance.harness.Events;
import cme.compliance.harness.SettableClock;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The calendar as other programs read it.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class CalendarDocumentTest {

    private static final String ID = "012345";
    private static final String FEEDS = path(ID, "calendar-feeds");

    @Inject CleanDatabase database;
    @Inject Events events;
    @Inject SettableClock clock;

    /// Three findings of the five-year cycle are open.
    @BeforeEach
    void recordCycle() {
        database.wipe();
        Api.putCycle(ID, "five-year", 2024, "2023-11-14").then().statusCode(201);
        events.completions(completion("a", ID, "2026-02-01", "8"));
    }

    private static String address() {
        return board().post(FEEDS).then().statusCode(201).extract().path("address");
    }

    private static String read(String address) {
        return given().get(address).then().statusCode(200).extract().asString();
    }

    @Test
    void twoOtherReadersUnderstandIt() throws Exception {
        String feed = read(address());
        assertThat(feed.split("\r\n", -1))
                .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75)
                .noneMatch(line -> line.contains("\n"))
                .contains("METHOD:PUBLISH", "X-PUBLISHED-TTL:PT12H")
                .contains("ORGANIZER;CN=Board Office:mailto:board-office@cme.example")
                .contains("REFRESH-INTERVAL;VALUE=DURATION:PT12H")
                .contains("NAME:Certification deadlines " + ID)
                .contains("X-WR-CALNAME:Certification deadlines " + ID)
                .contains("DTSTART;VALUE=DATE:20261201", "DTEND;VALUE=DATE:20261202")
                .contains("TRIGGER;RELATED=START:-P29DT15H", "TRIGGER;RELATED=START:-P6DT15H");
        assertThat(warnings(feed)).isEmpty();
        List<VEvent> events = byIcal4j(feed).getComponents(Component.VEVENT);
        assertThat(events)
                .extracting(event -> event.getUid().orElseThrow().getValue())
                .containsExactly(
                        "012345-patient-safety-3@compliance.cme.example",
                        "012345-cme-total-5@compliance.cme.example",
                        "012345-patient-safety-5@compliance.cme.example");
        VEvent first = events.getFirst();
        assertThat(first.getDescription().getValue())
                .isEqualTo(
                        "8.00 of 10.00 credits, 2.00 to go. Completed from 2024-12-02 to 2026-12-01"
                                + " counts. State: DUE_SOON.");
        assertThat(first.getAlarms()).hasSize(2);
        assertThat(first.getSequence().getSequenceNo()).isZero();
        assertThat(board().get(path(ID, "calendar.ics")).asString()).isEqualTo(feed);
    }

    /// The warnings of biweekly while it reads the document, and when it checks the whole.
    private static List<String> warnings(String feed) throws IOException {
        try (var reader = new ICalReader(new StringReader(feed))) {
            ICalendar calendar = reader.readNext();
            List<String> warnings =
                    new CopyOnWriteArrayList<>(
                            reader.getWarnings().stream().map(Object::toString).toList());
            calendar.validate(biweekly.ICalVersion.V2_0)
                    .iterator()
                    .forEachRemaining(entry -> warnings.add(entry.toString()));
            return warnings;
        }
    }

    private static Calendar byIcal4j(String feed) throws IOException, ParserException {
        Calendar calendar = new CalendarBuilder().build(new StringReader(feed));
        assertThat(calendar.validate(true).getEntries()).isEmpty();
        return calendar;
    }

    /// Otherwise a browser would name the file after the secret of the feed.
    @Test
    void theNameOfTheFileSaysWhoseItIsAndOfWhichDay() {
        clock.set("2026-11-24T04:59:59Z");
        String name = "deadlines-012345-2026-11-23.ics";
        given().get(address()).then().header("Content-Disposition", containsString(name));
        board().get(path(ID, "calendar.ics"))
                .then()
                .header("Content-Disposition", containsString(name));
    }

    @Test
    void nothingNewIsNotSentAgain() {
        String address = address();
        String tag = given().get(address).getHeader("ETag");
        String before = read(address);
        given().header("If-None-Match", tag).get(address).then().statusCode(304);
        clock.advance(Duration.ofDays(1));
        assertThat(read(address)).isEqualTo(before);
        given().header("If-None-Match", tag)
                .get(address)
                .then()
                .statusCode(304)
                .header("ETag", tag)
                .header("Cache-Control", "private, no-cache");
    }

    @Test
    void aDeadlineThatMovesIsTheSameEventInALaterVersion() throws Exception {
        String address = address();
        VEvent before = event(read(address), "012345-patient-safety-3@compliance.cme.example");
        VEvent otherBefore = event(read(address), "012345-cme-total-5@compliance.cme.example");
        clock.advance(Duration.ofHours(1));
        board().body(
                        """
                        {"requirement":"patient-safety","dueYear":3,"decision":"EXTENDED",
                         "until":"2027-01-31","reason":"illness"}""")
                .post(path(ID, "decisions"))
                .then()
                .statusCode(201);
        String feed = read(address);
        VEvent after = event(feed, "012345-patient-safety-3@compliance.cme.example");
        assertThat(after.getSequence().getSequenceNo())
                .isEqualTo(before.getSequence().getSequenceNo() + 1);
        assertThat(feed).contains("DTSTART;VALUE=DATE:20270131", "DTEND;VALUE=DATE:20270201");
        assertThat(after.getLastModified().getDate()).isAfter(before.getLastModified().getDate());
        assertThat(event(feed, "012345-cme-total-5@compliance.cme.example")).isEqualTo(otherBefore);
    }

    private static VEvent event(String feed, String uid) throws IOException, ParserException {
        return byIcal4j(feed).<VEvent>getComponents(Component.VEVENT).stream()
                .filter(event -> event.getUid().orElseThrow().getValue().equals(uid))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whenNothingIsOpenTheEndOfTheCycleIsInTheCalendar() throws Exception {
        for (String finding : List.of("patient-safety/3", "patient-safety/5", "cme-total/5")) {
            String[] parts = finding.split("/");
            board().body(
                            """
                            {"requirement":"%s","dueYear":%s,"decision":"WAIVED","reason":"r"}"""
                                    .formatted(parts[0], parts[1]))
                    .post(path(ID, "decisions"))
                    .then()
                    .statusCode(201);
        }
        String feed = read(address());
        assertThat(warnings(feed)).isEmpty();
        VEvent event = event(feed, "012345-cycle-2028@compliance.cme.example");
        assertThat(event.getSummary().getValue()).isEqualTo("The certification cycle ends");
        assertThat(event.getAlarms()).isEmpty();
        assertThat(feed).contains("DTSTART;VALUE=DATE:20281231");
    }
}
