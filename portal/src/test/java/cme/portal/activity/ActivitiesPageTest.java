package cme.portal.activity;

import static org.assertj.core.api.Assertions.assertThat;

import cme.portal.catalog.ActivityPage;
import cme.portal.catalog.Provider;
import cme.portal.catalog.TracerProcedure;
import cme.portal.compliance.Recommendations;
import cme.portal.page.Formats;
import cme.portal.page.Names;
import cme.portal.page.Part;
import cme.portal.services.Answers;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ActivitiesPageTest {
    static final Formats US = Formats.of("en-US", ZoneId.of("America/New_York"));
    static final Names NAMES =
            Names.of(
                    new Part.Here<>(Answers.page("catalog/providers.json", Provider.class).items()),
                    new Part.Here<>(
                            Answers.page("catalog/tracer-procedures.json", TracerProcedure.class)
                                    .items()));

    private static final ActivityPage FOUND =
            Answers.read("catalog/activities.json", ActivityPage.class);

    private static final Helps HELPS =
            Helps.of(Answers.read("compliance/recommendations.json", Recommendations.class), US);

    private static ActivitiesPage page(ActivityFilter filter, @Nullable Helps helps) {
        return ActivitiesPage.of(
                filter,
                new ActivitiesPage.Found(
                        FOUND, NAMES, new Part.Here<>(Optional.ofNullable(helps)), 0, false),
                US);
    }

    @Test
    void everyFacetLeadsToItsListAndKeepsTheWords() {
        var filter = new ActivityFilter();
        filter.q = "safety";
        ActivitiesPage page = page(filter, null);
        assertThat(page.facets())
                .extracting(ActivitiesPage.FacetGroup::title)
                .contains("Counts for", "Kind", "Provider");
        assertThat(page.facets())
                .flatExtracting(ActivitiesPage.FacetGroup::choices)
                .allSatisfy(
                        choice -> assertThat(choice.href()).startsWith("/activities?q=safety&"));
    }

    @Test
    void aChosenFilterIsALinkWithoutIt() {
        var filter = new ActivityFilter();
        filter.purpose = "PATIENT_SAFETY";
        filter.provider = "ASPS";
        assertThat(page(filter, null).chosen())
                .containsExactly(
                        new ActivitiesPage.Link(
                                "American Society of Plastic Surgeons",
                                "/activities?purpose=PATIENT_SAFETY"),
                        new ActivitiesPage.Link("Patient safety", "/activities?provider=ASPS"));
    }

    @Test
    void thePatientSafetyListHasItsName() {
        var filter = new ActivityFilter();
        filter.purpose = "PATIENT_SAFETY";
        assertThat(page(filter, null).title()).isEqualTo("The patient-safety list");
    }

    @Test
    void noConstantOfTheServiceIsShown() {
        assertThat(page(new ActivityFilter(), null).rows())
                .isNotEmpty()
                .allSatisfy(
                        row ->
                                assertThat(row.about())
                                        .doesNotContain("_")
                                        .doesNotMatch(".*\\d{4}-\\d{2}-.*"));
        assertThat(page(new ActivityFilter(), null).rows())
                .extracting(ActivitiesPage.Row::about)
                .contains(
                        "ABMS · Directory · credits not confirmed",
                        "AMA · Examination · 60 credits");
    }

    @Test
    void aRowSaysWhatItWouldBring() {
        assertThat(HELPS.sentences().get("IHI-OPEN-SCHOOL-PS"))
                .isEqualTo(new Helps.Bring("Would bring 10 CME credits.", true));
        assertThat(HELPS.sentences().get("ABMS-CC-DIRECTORY"))
                .isEqualTo(
                        new Helps.Bring(
                                "Would bring CME credits, how many is not confirmed.", false));
    }

    @Test
    void whatHelpsMostComesFirstAndIsCertain() {
        ActivitiesPage page = page(new ActivityFilter(), HELPS);
        assertThat(page.help()).isNotNull();
        assertThat(page.help().title()).isEqualTo("What helps you most");
        assertThat(page.help().rows())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.brings().certain()).isTrue());
        var filter = new ActivityFilter();
        filter.q = "a";
        assertThat(page(filter, HELPS).help()).isNull();
        assertThat(page(filter, HELPS).rows().getFirst().brings()).isNotNull();
    }

    @Test
    void proposalsThatWaitAreALinkForThoseWhoDecide() {
        var found =
                new ActivitiesPage.Found(FOUND, NAMES, new Part.Here<>(Optional.empty()), 2, true);
        assertThat(ActivitiesPage.of(new ActivityFilter(), found, US).waiting())
                .isEqualTo(
                        new ActivitiesPage.Link(
                                "2 proposals wait for you", "/activities?status=PROPOSED"));
    }

    @Test
    void aSocietyIsLedToItsOwnProposals() {
        var found =
                new ActivitiesPage.Found(FOUND, NAMES, new Part.Here<>(Optional.empty()), 1, false);
        assertThat(ActivitiesPage.of(new ActivityFilter(), found, US).waiting())
                .isEqualTo(
                        new ActivitiesPage.Link(
                                "1 of your proposals waits for the board",
                                "/activities?status=PROPOSED"));
        var shown = new ActivityFilter();
        shown.status = "PROPOSED";
        assertThat(ActivitiesPage.of(shown, found, US).waiting()).isNull();
    }

    @Test
    void nothingFoundSaysHowToGoOn() {
        var filter = new ActivityFilter();
        filter.q = "zzz";
        filter.whom = "020001";
        var nothing =
                new ActivitiesPage.Found(
                        new ActivityPage(List.of(), null, null),
                        NAMES,
                        new Part.Here<>(Optional.empty()),
                        0,
                        true);
        ActivitiesPage page = ActivitiesPage.of(filter, nothing, US);
        assertThat(page.rows()).isEmpty();
        assertThat(page.found()).isEqualTo("0 activities");
        assertThat(page.allAddress()).isEqualTo("/activities?for=020001");
    }
}
