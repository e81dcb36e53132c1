package cme.portal.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import cme.portal.catalog.Activity;
import cme.portal.catalog.TracerProcedure;
import cme.portal.compliance.Changes;
import cme.portal.compliance.Recommendations;
import cme.portal.compliance.Status;
import cme.portal.compliance.WhatIf;
import cme.portal.page.Formats;
import cme.portal.page.Look;
import cme.portal.page.Part;
import cme.portal.services.Answers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhatIfPageTest {
    private static final Formats AMERICAN = Formats.of("en-US", ZoneId.of("America/New_York"));
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);
    private static final String COURSE = "ASPS-CARPAL-TUNNEL-COURSE";

    private static Question question(
            List<String> activity,
            List<String> title,
            List<String> on,
            List<String> credits,
            List<String> safety) {
        return Question.of("020066", activity, title, on, credits, safety, null, null, null);
    }

    private static Question ofActivities(String... codes) {
        return question(List.of(codes), List.of(), List.of(), List.of(), List.of());
    }

    private static Map<String, Activity> catalog() {
        return Map.of(COURSE, Answers.read("catalog/activity.json", Activity.class));
    }

    private static Draft draft(Question question) {
        return Draft.of(question, catalog(), TODAY);
    }

    private static Status before() {
        return Answers.read("compliance/status-due-soon.json", Status.class);
    }

    private static WhatIf answer() {
        return Answers.read("compliance/what-if.json", WhatIf.class);
    }

    private static WhatIfPage page(Question question, @Nullable WhatIf after) {
        return WhatIfPage.of(
                question,
                draft(question),
                before(),
                after,
                null,
                new Part.Here<>(
                        Answers.page("catalog/tracer-procedures.json", TracerProcedure.class)
                                .items()),
                new Part.Here<>(
                        Answers.read("compliance/recommendations.json", Recommendations.class)),
                TODAY,
                AMERICAN);
    }

    @Test
    void anActivityAloneIsCompletedTodayWithTheCreditsOfTheCatalog() {
        Draft draft = draft(ofActivities(COURSE));
        assertThat(draft.faults()).isEmpty();
        assertThat(draft.request())
                .isEqualTo(
                        new WhatIf.Request(
                                List.of(
                                        new WhatIf.Completion(
                                                COURSE,
                                                null,
                                                null,
                                                TODAY,
                                                new BigDecimal("2.0"),
                                                new BigDecimal("0.5"))),
                                List.of()));
        assertThat(draft.rows())
                .extracting(Draft.Row::name, Draft.Row::on, Draft.Row::credits, Draft.Row::safety)
                .containsExactly(
                        tuple(
                                "Carpal tunnel syndrome: diagnosis and release",
                                "2026-11-29",
                                "2",
                                "0.5"));
    }

    @Test
    void aPartIsNeverMoreThanTheCreditsThatWereTyped() {
        var question =
                question(
                        List.of(COURSE),
                        List.of(),
                        List.of("2026-11-30"),
                        List.of("0,25"),
                        List.of());
        assertThat(draft(question).request())
                .extracting(WhatIf.Request::completions)
                .asInstanceOf(LIST)
                .containsExactly(
                        new WhatIf.Completion(
                                COURSE,
                                null,
                                null,
                                LocalDate.of(2026, 11, 30),
                                new BigDecimal("0.25"),
                                new BigDecimal("0.25")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    someday | 2 | 1 | on-0 | Choose a day.
                    2026-13-01 | 2 | 1 | on-0 | Choose a day.
                    2026-11-30 | many | 1 | credits-0 | Write a number, such as 2.5.
                    2026-11-30 | 1e999999999 | 1 | credits-0 | Write a number, such as 2.5.
                    2026-11-30 | -2 | 1 | credits-0 | Write a number, such as 2.5.
                    2026-11-30 | '' | '' | credits-0 | Say how many credits it gives.
                    2026-11-30 | 2 | x | safety-0 | Write a number, such as 2.5.
                    """)
    void whatCannotBeAskedIsSaidAtItsField(
            String on, String credits, String safety, String field, String sentence) {
        var question =
                question(
                        List.of(""),
                        List.of("Grand rounds"),
                        List.of(on),
                        List.of(credits),
                        List.of(safety));
        Draft draft = draft(question);
        assertThat(draft.faults()).containsExactly(new Draft.Fault(field, sentence));
        assertThat(draft.request()).isNull();
        assertThat(draft.rows().getFirst().on()).isEqualTo(on);
        assertThat(page(question, null).lead())
                .isEqualTo("Correct what is marked, then see the answer.");
    }

    @Test
    void anActivityThatTheCatalogDoesNotKnowKeepsItsCode() {
        Draft draft = draft(ofActivities("NOPE"));
        assertThat(draft.rows().getFirst().name()).isEqualTo("NOPE");
        assertThat(draft.request()).isNull();
    }

    @Test
    void theAddressHasTheWholeQuestionAndNothingThatIsEmpty() {
        assertThat(ofActivities("A", "B").address())
                .isEqualTo("/diplomates/020066/what-if?activity=A&activity=B");
        Question mixed = ofActivities("A").with(Question.Row.titled("Grand rounds & more"));
        assertThat(mixed.address())
                .isEqualTo(
                        "/diplomates/020066/what-if?activity=A&activity=&title=&title=Grand+rounds+%26+more");
        assertThat(mixed.without(0).address())
                .isEqualTo("/diplomates/020066/what-if?title=Grand+rounds+%26+more");
        assertThat(mixed.without(7)).isEqualTo(mixed);
        assertThat(
                        Question.of(
                                        "020066",
                                        List.of("A"),
                                        List.of(),
                                        List.of("2026-12-24"),
                                        List.of("2"),
                                        List.of(),
                                        LocalDate.of(2026, 12, 25),
                                        6,
                                        "CARPAL_TUNNEL")
                                .address())
                .isEqualTo(
                        "/diplomates/020066/what-if?activity=A&on=2026-12-24&credits=2"
                                + "&asOf=2026-12-25&year=6&procedure=CARPAL_TUNNEL");
        assertThat(ofActivities().address()).isEqualTo("/diplomates/020066/what-if");
    }

    @Test
    void anAddressWithMoreRowsThanAPageHasIsCut() {
        Question many = ofActivities(Collections.nCopies(50, "A").toArray(String[]::new));
        assertThat(many.rows()).hasSize(Question.MOST_ROWS);
        assertThat(many.isFull()).isTrue();
    }

    @Test
    void beforeAnythingIsSupposedThePageSaysWhatIsOpen() {
        WhatIfPage page = page(ofActivities(), null);
        assertThat(page.title()).isEqualTo("What if?");
        assertThat(page.lead())
                .isEqualTo("Add activities to see what they would change: 4.25 CME credits to go.");
        assertThat(page.cards()).hasSize(3);
        assertThat(page.cards()).allSatisfy(card -> assertThat(card.earnedBefore()).isNull());
        assertThat(page.suggestions().getFirst())
                .isEqualTo(
                        new WhatIfPage.Suggestion(
                                "IHI-OPEN-SCHOOL-PS", "IHI Open School Patient Safety Curriculum"));
    }

    @Test
    void whatWouldChangeIsShownBeforeAndAfter() {
        WhatIfPage page = page(ofActivities(COURSE), answer());
        assertThat(page.title()).isEqualTo("That would close what is open.");
        assertThat(page.lead()).isEqualTo("Now 4.25 CME credits to go; then nothing.");
        assertThat(page.before()).isEqualTo(Look.DUE_SOON);
        assertThat(page.after()).isEqualTo(Look.ON_TRACK);
        ChangedCard credits = page.cards().getFirst();
        assertThat(credits.before()).isEqualTo(Look.DUE_SOON);
        assertThat(credits.card().look()).isEqualTo(Look.MET);
        assertThat(credits.earnedBefore()).isEqualTo("145.75");
        assertThat(credits.card().figure()).isNotNull();
        assertThat(credits.card().figure().earned()).isEqualTo("151.75");
        assertThat(page.cards().get(2).earnedBefore()).isNull();
    }

    @Test
    void whatWouldNotCountIsSaidWithTheRemedy() {
        assertThat(page(ofActivities(COURSE), answer()).without())
                .containsExactly(
                        new WhatIfPage.Without(
                                "Grand rounds",
                                "Patient-safety credits, due Dec 1, 2026",
                                "Its patient-safety part was not reported.",
                                "Ask its provider how many of the credits are for patient"
                                        + " safety."));
    }

    @Test
    void aSuppositionThatChangesNothingSaysSo() {
        WhatIf same = unchanged(before());
        assertThat(page(ofActivities(COURSE), same).title())
                .isEqualTo("That would change nothing.");
    }

    private static WhatIf unchanged(Status status) {
        return new WhatIf(
                status.diplomateId(),
                status.asOf(),
                status.knownAt(),
                status.ruleSet(),
                status.ruleSetVersion(),
                status.cycle(),
                status.pathway(),
                status.standing(),
                status.summary(),
                status.nextDeadline(),
                status.nextChangeOn(),
                status.basis(),
                status.findings(),
                status.countedNowhere(),
                new Changes(null, List.of()));
    }

    @Test
    void otherDaysKeepTheQuestion() {
        assertThat(page(ofActivities("A"), null).days())
                .containsExactly(
                        new WhatIfPage.Day("Today", "/diplomates/020066/what-if?activity=A", true),
                        new WhatIfPage.Day(
                                "Dec 1, 2026",
                                "/diplomates/020066/what-if?activity=A&asOf=2026-12-01",
                                false),
                        new WhatIfPage.Day(
                                "Dec 2, 2026",
                                "/diplomates/020066/what-if?activity=A&asOf=2026-12-02",
                                false));
    }

    @Test
    void theTracerProcedureOfTheNextDeadlineCanBeSupposed() {
        TracerChoice choice = page(ofActivities(), null).tracer();
        assertThat(choice).isNotNull();
        assertThat(choice.label()).isEqualTo("Tracer procedure of year 6");
        assertThat(choice.none()).isEqualTo("The one on record");
        assertThat(choice.groups()).extracting(TracerChoice.Group::module).contains("Cosmetic");
    }

    @Test
    void wordsLeadToAChoiceThatEndsWithTheWordsThemselves() {
        Activity course = Answers.read("catalog/activity.json", Activity.class);
        Search search = Search.of("carpal", ofActivities("A"), List.of(course), AMERICAN);
        assertThat(search.sentence()).isEqualTo("Which one is “carpal”?");
        assertThat(search.choices())
                .containsExactly(
                        new Search.Choice(
                                "Carpal tunnel syndrome: diagnosis and release",
                                "ASPS · 2 credits",
                                "/diplomates/020066/what-if?activity=A&activity=" + COURSE));
        assertThat(search.asTitle())
                .isEqualTo("/diplomates/020066/what-if?activity=A&activity=&title=&title=carpal");
        assertThat(Search.of("x", ofActivities(), List.of(), AMERICAN).sentence())
                .isEqualTo("The catalog has nothing for “x”.");
    }

    @Test
    void onlyTheFormOfACodeIsAskedAsACode() {
        assertThat(Question.isCode(COURSE)).isTrue();
        assertThat(Question.isCode("carpal tunnel")).isFalse();
        assertThat(Question.isCode("../../x")).isFalse();
    }
}
