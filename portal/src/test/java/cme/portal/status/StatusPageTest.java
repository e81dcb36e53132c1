package cme.portal.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import cme.portal.catalog.Guidance;
import cme.portal.catalog.TracerProcedure;
import cme.portal.compliance.Finding;
import cme.portal.compliance.Recommendations;
import cme.portal.compliance.Status;
import cme.portal.credit.Transcript;
import cme.portal.page.Formats;
import cme.portal.page.Look;
import cme.portal.page.Names;
import cme.portal.page.Part;
import cme.portal.services.Answers;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusPageTest {
    private static final Formats AMERICAN = Formats.of("en-US", ZoneId.of("America/New_York"));
    private static final StatusAddress TODAY = new StatusAddress("020066", null, null, null, null);

    private static Status status(String file) {
        return Answers.read("compliance/status-" + file + ".json", Status.class);
    }

    private static StatusPage page(Status status) {
        return page(TODAY, status, null);
    }

    private static StatusPage page(StatusAddress address, Status status, @Nullable String done) {
        return StatusPage.of(
                address,
                status,
                new Part.Here<>(Answers.read("credit/transcript.json", Transcript.class)),
                new Part.Here<>(
                        Optional.of(
                                Answers.read(
                                        "compliance/recommendations.json", Recommendations.class))),
                new Part.Here<>(Answers.page("catalog/guidance.json", Guidance.class).items()),
                Names.of(
                        new Part.Here<>(
                                Answers.page(
                                                "catalog/tracer-procedures.json",
                                                TracerProcedure.class)
                                        .items())),
                done,
                AMERICAN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    due-soon | DUE_SOON | 4.25 CME credits to go. | What is completed by December 1, 2026 counts, also when it is reported later.
                    complete | COMPLETE | Everything is complete. | Nothing more is asked in this cycle.
                    not-met | NOT_MET | The deadline of December 1, 2024 was missed. | Ask the board's office what can still be done. What is completed now counts for the next deadline.
                    late | LATE | 4.25 CME credits late. | Complete it as soon as you can: it is still taken, and marked as late.
                    decision-needed | DECISION_NEEDED | The board has to decide. | Special circumstances held for a part of the time, so the board says what is still asked. Nothing need be done until then.
                    on-track | ON_TRACK | 71.25 CME credits, 4.50 patient-safety credits and a tracer activity to go. | What is completed by December 1, 2028 counts, also when it is reported later.
                    """)
    void theLargestWordsAnswerAndSayWhatToDo(String file, Look look, String title, String lead) {
        StatusPage page = page(status(file));
        assertThat(page.look()).isEqualTo(look);
        assertThat(page.headline().title()).isEqualTo(title);
        assertThat(page.headline().lead()).isEqualTo(lead);
    }

    @Test
    void whyThePictureHasNoCompletionsIsSaid() {
        assertThat(page(status("due-soon")).completionsMissing()).isEmpty();
        StatusPage without =
                StatusPage.of(
                        TODAY,
                        status("due-soon"),
                        new Part.Missing<>("The record does not answer."),
                        new Part.Here<>(Optional.empty()),
                        new Part.Here<>(List.of()),
                        Names.of(new Part.Here<>(List.of())),
                        null,
                        AMERICAN);
        assertThat(without.completionsMissing()).isEqualTo("The record does not answer.");
        assertThat(without.headline().title()).isEqualTo("4.25 CME credits to go.");
    }

    @Test
    void theTileCountsTheDaysUntilTheNextDeadlineInTheColourOfItsWorstRequirement() {
        var days = page(status("due-soon")).headline().days();
        assertThat(days)
                .isEqualTo(new Headline.Days(Look.DUE_SOON, "2", "days until", "December 1, 2026"));
        assertThat(page(status("complete")).headline().days()).isNull();
    }

    @Test
    void aCardARequirementShowsWhatIsEarnedAndWhatIsLeft() {
        StatusPage page = page(status("due-soon"));
        assertThat(page.next()).isEqualTo("Year 6, due December 1, 2026");
        assertThat(page.cards())
                .extracting(RequirementCard::title, RequirementCard::look)
                .containsExactly(
                        tuple("CME credits", Look.DUE_SOON),
                        tuple("Patient-safety credits", Look.MET),
                        tuple("Tracer activity", Look.MET));
        var figure = page.cards().getFirst().figure();
        assertThat(figure).isNotNull();
        assertThat(figure.earned()).isEqualTo("145.75");
        assertThat(figure.of()).isEqualTo("of 150");
        assertThat(figure.left()).isEqualTo("4.25 to go");
        assertThat(page.cards().get(2).checks())
                .extracting(RequirementCard.Check::text)
                .containsExactly(
                        "Augmentation mammaplasty", "Revision of augmentation mammaplasty");
    }

    @Test
    void whatWasMissedOrIsLateIsNotSettled() {
        assertThat(page(status("not-met")).unsettled())
                .extracting(RequirementCard::title, RequirementCard::due)
                .containsExactly(tuple("Tracer activity", "Due December 1, 2024"));
        assertThat(page(status("late")).unsettled())
                .extracting(RequirementCard::look)
                .containsExactly(Look.LATE);
        assertThat(page(status("due-soon")).unsettled()).isEmpty();
    }

    @Test
    void aDecisionOfTheBoardStandsUnderTheRequirementWithItsReason() {
        Status decided = status("decided");
        Finding satisfied =
                decided.findings().stream()
                        .filter(finding -> finding.decision() != null)
                        .findFirst()
                        .orElseThrow();
        assertThat(RequirementCard.of(satisfied, Names.of(new Part.Here<>(List.of())), AMERICAN))
                .extracting(RequirementCard::notes)
                .asInstanceOf(LIST)
                .contains("Accepted by the board: Shown by certificate");
        assertThat(page(decided).unsettled()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "WAIVED,,Waived by the board: Illness",
        "EXTENDED,2027-03-31,'Extended by the board until Mar 31, 2027: Illness'"
    })
    void aWaiverAndAnExtensionAreSaid(String verdict, @Nullable LocalDate until, String note) {
        var decision =
                new Finding.Decision(
                        verdict, until, "Illness", Instant.parse("2026-11-01T12:00:00Z"), null);
        Finding finding = Findings.credits("WAIVED", "10", null, decision, List.of());
        assertThat(card(finding).notes()).contains(note);
    }

    @Test
    void whatWasReportedAfterTheDeadlineIsMarked() {
        Finding finding =
                Findings.credits(
                        "MET", "160", new Finding.Late(new BigDecimal("12.5"), 1), null, List.of());
        assertThat(card(finding).notes())
                .contains("12.50 credits were reported after the deadline");
    }

    private static RequirementCard card(Finding finding) {
        return RequirementCard.of(finding, Names.of(new Part.Missing<>("Down.")), AMERICAN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    MET
                    WAIVED
                    UPCOMING
                    IN_PROGRESS
                    DUE_SOON
                    LATE
                    DECISION_NEEDED
                    NOT_MET
                    """)
    void everyStateHasItsLook(Look state) {
        assertThat(card(Findings.credits(state.name(), "10")).look()).isEqualTo(state);
    }

    @Test
    void aTracerWithoutTheCatalogIsCalledByItsCode() {
        Finding tracer = Findings.activity("tracer-activity", "IN_PROGRESS", List.of());
        assertThat(card(tracer).checks())
                .extracting(RequirementCard.Check::look, RequirementCard.Check::text)
                .containsExactly(
                        tuple(Look.MET, "Procedure on record"),
                        tuple(Look.UPCOMING, "No approved activity yet"));
        assertThat(
                        card(Findings.activity(
                                        "tracer-activity",
                                        "IN_PROGRESS",
                                        List.of("TRACER_PROCEDURE", "ALIGNED_ACTIVITY")))
                                .checks()
                                .getFirst()
                                .text())
                .isEqualTo("No procedure on record yet");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    WITHDRAWN | | | It was withdrawn. | If it was completed, ask its provider to report it again.
                    BEFORE_CERTIFICATION | | | It was completed before the certificate began. |
                    DUPLICATE | | | It was reported twice, and counts once. |
                    OUTSIDE_WINDOW | | | It was completed outside the dates that count here. |
                    REPEATED | | | The same activity counts once, and an earlier one did. |
                    SPLIT_NEEDED | | | Its patient-safety part was not reported. | Ask its provider how many of the credits are for patient safety.
                    OVER_MAXIMUM | | 3.5 | It is more than the activity gives. 3.50 did not count. | If the provider gave more, ask it to correct the report.
                    OVER_CAP | | 10 | It is more than may count of this kind. 10 did not count. |
                    ALREADY_USED | 3 | | It counted for the deadline of year 3. |
                    NOT_ALIGNED | | | It is approved for other procedures than the chosen one. | Choose an activity for this procedure.
                    NOT_APPROVED | | | It was not approved on the day of completion. | Choose an activity that is approved on that day.
                    NEAR_MISS | | | It lies just outside the dates that count. | The board's staff may accept it. Ask the board's office.
                    SOMETHING_NEW | | | Something new. |
                    """)
    void everyReasonHasItsSentenceAndWhatCanBeDone(
            String reason,
            @Nullable Integer usedIn,
            @Nullable String lost,
            String sentence,
            @Nullable String remedy) {
        Finding finding =
                Findings.credits(
                        "IN_PROGRESS",
                        "10",
                        null,
                        null,
                        List.of(Findings.notCounted(reason, usedIn, lost)));
        StatusPage page = page(Findings.status("ON_TRACK", "STANDARD", finding));
        assertThat(page.years().getFirst().rows())
                .filteredOn(row -> row.title().equals("Grand rounds"))
                .singleElement()
                .satisfies(
                        row ->
                                assertThat(row.remarks())
                                        .containsExactly(
                                                new DueYear.Remark(null, sentence, remedy)));
    }

    @Test
    void theYearsSayWhatCountedWithTheNextOneOpen() {
        StatusPage page = page(status("due-soon"));
        assertThat(page.years())
                .extracting(DueYear::title, DueYear::due, DueYear::open)
                .containsExactly(
                        tuple("Year 3", "due December 1, 2023", false),
                        tuple("Year 6", "due December 1, 2026", true),
                        tuple("Year 9", "due December 1, 2029", false));
        DueYear next = page.years().get(1);
        assertThat(next.rows().getFirst().title()).isEqualTo("The Aesthetic Meeting 2024");
        assertThat(next.rows().getFirst().cells())
                .extracting(DueYear.Cell::text)
                .containsExactly("17.25", "3.25", "–");
        assertThat(next.sums())
                .extracting(DueYear.Cell::text)
                .containsExactly("145.75 of 150", "29 of 20", "1 of 1");
    }

    @Test
    void whereOneRequirementIsExtendedEachDeadlineNamesItsOwn() {
        List<Finding> sixth =
                status("due-soon").findings().stream()
                        .filter(one -> one.dueYear() == 6)
                        .map(
                                one ->
                                        one.requirement().equals("cme-total")
                                                ? Findings.due(one, LocalDate.of(2027, 12, 1))
                                                : one)
                        .toList();
        assertThat(DueYear.of(sixth, "Year 6", true, AMERICAN).due())
                .isEqualTo("Patient safety, Tracer due December 1, 2026; CME due December 1, 2027");
    }

    @Test
    void thePlanLeadsToTheWhatIfPageWithItsActivities() {
        var plan = page(status("due-soon")).plan().value().orElseThrow();
        assertThat(plan.title()).isEqualTo("One activity closes what is open");
        assertThat(plan.whatIf())
                .isEqualTo("/diplomates/020066/what-if?activity=IHI-OPEN-SCHOOL-PS");
    }

    @Test
    void anotherDayAndWhatWasKnownThenAreSaid() {
        Status earlier = status("earlier");
        var asOf = LocalDate.of(2025, 6, 30);
        assertThat(page(new StatusAddress("020066", asOf, null, null, null), earlier, null).asked())
                .extracting(StatusPage.Asked::sentence)
                .isEqualTo("This is the status as of June 30, 2025.");
        assertThat(
                        page(new StatusAddress("020066", asOf, asOf, null, null), earlier, null)
                                .asked()
                                .sentence())
                .isEqualTo(
                        "This is the status as of June 30, 2025, with what was recorded by June"
                                + " 30, 2025.");
        assertThat(
                        page(
                                        new StatusAddress(
                                                "020066",
                                                asOf,
                                                null,
                                                Instant.parse("2026-11-29T19:40:12.802381Z"),
                                                null),
                                        earlier,
                                        null)
                                .asked()
                                .sentence()
                                .replace('\u202f', ' '))
                .isEqualTo(
                        "This is the status as of June 30, 2025, as it was known on Nov 29, 2026,"
                                + " 2:40 PM ET.");
        assertThat(page(status("due-soon")).asked().sentence()).isNull();
    }

    @Test
    void anInstantIsMoreExactThanADay() {
        Instant known = Instant.parse("2026-11-29T19:40:12.802381Z");
        LocalDate day = LocalDate.of(2026, 11, 29);
        assertThat(new StatusAddress("1", null, day, known, null).knownAt(AMERICAN))
                .isEqualTo(known);
        assertThat(new StatusAddress("1", null, day, null, null).knownAt(AMERICAN))
                .isEqualTo("2026-11-30T04:59:59.999999999Z");
        assertThat(StatusAddress.of("1", day, known))
                .isEqualTo("/diplomates/1?asOf=2026-11-29&knownAt=2026-11-29T19:40:12.802381Z");
    }

    @Test
    void specialCircumstancesBringThePolicyAndWhomToAsk() {
        assertThat(page(status("decision-needed")).advice().value())
                .extracting(Advice::title)
                .containsExactly("Diplomates with special circumstances", "Questions");
        Status special =
                Findings.status(
                        "ON_TRACK",
                        "SPECIAL_CIRCUMSTANCES",
                        Findings.activity("patient-safety-activity", "IN_PROGRESS", List.of()));
        StatusPage page = page(special);
        assertThat(page.pathway()).isEqualTo("Special circumstances");
        assertThat(page.headline().title()).isEqualTo("A patient-safety activity to go.");
        assertThat(page.advice().value()).hasSize(2);
        assertThat(page(status("not-met")).advice().value())
                .extracting(Advice::title)
                .containsExactly("Questions");
        assertThat(page(status("due-soon")).advice().value()).isEmpty();
    }

    @Test
    void aSummaryOfTheServiceIsReadWithDatesOfTheReader() {
        Status quiet = Findings.status("ON_TRACK", "STANDARD", Findings.credits("UPCOMING", "0"));
        assertThat(page(quiet).headline().title()).isEqualTo("On track.");
        assertThat(page(quiet).headline().lead())
                .isEqualTo("The next window opens on Dec 2, 2026.");
    }

    @Test
    void aMergedNumberIsSaidAndOtherWordsInTheAddressAreNot() {
        assertThat(page(TODAY, status("due-soon"), "merged").said())
                .isEqualTo(
                        "The number that was asked for is merged into this one, which has"
                                + " everything of both.");
        assertThat(page(TODAY, status("due-soon"), "<script>").said()).isNull();
    }

    @Test
    void withoutTheLedgerTheNameIsMissingAndTheRestStands() {
        StatusPage page =
                StatusPage.of(
                        TODAY,
                        status("due-soon"),
                        new Part.Missing<>("The ledger does not answer."),
                        new Part.Missing<>("Down."),
                        new Part.Missing<>("Down."),
                        Names.of(new Part.Missing<>("Down.")),
                        null,
                        AMERICAN);
        assertThat(page.name()).isNull();
        assertThat(page.cards()).hasSize(3);
        assertThat(page.plan().isHere()).isFalse();
        assertThat(page.cards().get(2).checks().getFirst().text())
                .isEqualTo("Augmentation mammaplasty");
    }

    @Test
    void theFootSaysWhatIsKnown() {
        assertThat(page(status("due-soon")).basis().replace('\u202f', ' '))
                .startsWith("11 completions known, the latest recorded Nov 29, 2026, ")
                .endsWith(
                        " Only the board decides about a certificate; this page reports"
                                + " readiness.");
        assertThat(
                        page(Findings.status(
                                        "ON_TRACK", "STANDARD", Findings.credits("UPCOMING", "0")))
                                .basis())
                .startsWith("No completions are known.");
    }
}
