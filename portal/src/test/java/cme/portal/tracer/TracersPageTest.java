package cme.portal.tracer;

import static org.assertj.core.api.Assertions.assertThat;

import cme.portal.catalog.AlignedActivity;
import cme.portal.catalog.Guidance;
import cme.portal.catalog.TracerProcedure;
import cme.portal.guidance.Topic;
import cme.portal.page.Formats;
import cme.portal.page.Part;
import cme.portal.services.Answers;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class TracersPageTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);
    private static final Formats US = Formats.of("en-US", ZoneId.of("America/New_York"));

    private static TracersPage page(LocalDate on) {
        return TracersPage.of(
                Answers.page("catalog/tracer-procedures.json", TracerProcedure.class).items(),
                Answers.page("catalog/aligned-activities.json", AlignedActivity.class).items(),
                new Part.Here<>(Answers.page("catalog/guidance.json", Guidance.class).items()),
                on,
                TODAY,
                US);
    }

    @Test
    void listsModulesAsTheBoardsPageDoes() {
        assertThat(page(TODAY).modules())
                .extracting(TracersPage.Module::name)
                .containsExactly("Cosmetic", "Comprehensive", "Craniomaxillofacial", "Hand");
    }

    @Test
    void namesTheActivitiesOfAProcedure() {
        TracersPage.Procedure carpal =
                page(TODAY).modules().getLast().procedures().stream()
                        .filter(one -> one.name().equals("Carpal tunnel syndrome"))
                        .findFirst()
                        .orElseThrow();
        assertThat(carpal.also()).isEqualTo("CTS, Carpal tunnel release");
        assertThat(carpal.activities())
                .containsExactly(
                        new TracersPage.Offer(
                                "ASPS-CARPAL-TUNNEL-COURSE",
                                "Carpal tunnel syndrome: diagnosis and release",
                                "ASPS · Course · 2 credits",
                                null));
    }

    @Test
    void aProcedureWithoutActivitiesIsListedToo() {
        assertThat(page(TODAY).modules().getFirst().procedures().getFirst().activities()).isEmpty();
        assertThat(page(TODAY).modules().getFirst().about())
                .matches("1 of \\d procedures with an approved activity");
    }

    @Test
    void saysTheDayUnlessItIsToday() {
        assertThat(page(TODAY).heading()).isNull();
        assertThat(page(LocalDate.of(2023, 12, 1)).heading())
                .isEqualTo("Approved on December 1, 2023");
    }

    @Test
    void endsWithWhatTheBoardSaysAndWhomToAsk() {
        assertThat(page(TODAY).help().value())
                .extracting(Topic::id)
                .isEqualTo(List.of("tracer-activities", "contact"));
    }
}
