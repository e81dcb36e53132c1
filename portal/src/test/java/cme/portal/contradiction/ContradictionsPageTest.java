package cme.portal.contradiction;

import static org.assertj.core.api.Assertions.assertThat;

import cme.portal.compliance.MergeContradiction;
import cme.portal.page.Formats;
import cme.portal.page.Names;
import cme.portal.page.Part;
import cme.portal.page.RecordWords;
import cme.portal.services.Paged;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContradictionsPageTest {
    private static final RecordWords WORDS =
            new RecordWords(
                    new Names(Map.of(), Map.of("CARPAL_TUNNEL", "Carpal tunnel release")),
                    Formats.of("en-US", ZoneId.of("America/New_York")));
    private static final Part<Map<String, String>> NAMES =
            new Part.Here<>(Map.of("020066", "Mensah, Björn"));
    private static final MergeContradiction TRACER =
            of(
                    "TRACER",
                    "6",
                    "CARPAL_TUNNEL, not finished",
                    "CARPAL_TUNNEL, finished on 2026-01-02");

    private static MergeContradiction of(
            String kind, String subject, @Nullable String own, String other) {
        return new MergeContradiction(
                "28257922-1ee7-48b3-88b5-11b648d91f18",
                "020066",
                "020126",
                kind,
                subject,
                own,
                other,
                Instant.parse("2026-11-29T20:00:00Z"),
                null,
                null,
                null);
    }

    private static ContradictionsPage page(MergeContradiction... all) {
        return page(new Paged<>(List.of(all), null), null, null);
    }

    private static ContradictionsPage page(
            Paged<MergeContradiction> list,
            ContradictionsPage.@Nullable Refused refused,
            @Nullable String done) {
        return ContradictionsPage.of(list, NAMES, WORDS, refused, done);
    }

    @Test
    void bothValuesStandSideBySideWithWhatCanBeDone() {
        ContradictionsPage page = page(TRACER);
        assertThat(page.headline()).isEqualTo("1 contradiction of merges");
        assertThat(page.cards())
                .containsExactly(
                        new ContradictionsPage.Card(
                                TRACER.id(),
                                "Tracer procedure, year 6",
                                "Mensah, Björn",
                                "020066",
                                "020126",
                                "Found Nov 29, 2026",
                                "Carpal tunnel release, not finished",
                                "Carpal tunnel release, finished on Jan 2, 2026",
                                "Keep what 020066 has",
                                "/diplomates/020066/record#tracer",
                                "/people/020126#merge",
                                "reason-" + TRACER.id(),
                                "",
                                null));
        assertThat(page.faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    PATHWAY  | 2025-03-10  | Pathway from Mar 10, 2025 | record#pathway-title
                    DECISION | cme-total/6 | Decision on CME credits, year 6 | record#decision
                    CYCLE    | 2021-2030   | Cycle 2021–2030 | record#cycle
                    SEAL     | red         | Seal red | record#decision
                    """)
    void eachKindNamesItsSubjectAndLeadsToWhereItIsRecorded(
            String kind, String subject, String title, String place) {
        ContradictionsPage.Card card =
                page(of(kind, subject, "WAIVED", "SATISFIED")).cards().getFirst();
        assertThat(card.subject()).isEqualTo(title);
        assertThat(card.record()).endsWith(place);
    }

    @Test
    void aValueThatHasNoPlaceIsSaid() {
        assertThat(page(of("DECISION", "cme-total/6", null, "WAIVED")).cards().getFirst().own())
                .isEqualTo("Nothing: the other value has no place in its cycle or pathway.");
    }

    @Test
    void aReasonThatIsMissingIsSaidAtItsField() {
        var refused =
                new ContradictionsPage.Refused(TRACER.id(), "", "Say why; the history keeps it.");
        ContradictionsPage page = page(new Paged<>(List.of(TRACER), null), refused, null);
        assertThat(page.faults())
                .containsExactly(
                        new ContradictionsPage.Fault(
                                "reason-" + TRACER.id(), "Say why; the history keeps it."));
        assertThat(page.cards().getFirst().error()).isEqualTo("Say why; the history keeps it.");
    }

    @Test
    void anEmptyListIsGoodNewsAndWhatWasDoneIsSaid() {
        ContradictionsPage page = page(new Paged<>(List.of(), null), null, "kept");
        assertThat(page.headline()).isEqualTo("No merge contradicts.");
        assertThat(page.lead()).isEqualTo("The records of all merged numbers say the same.");
        assertThat(page.done()).isEqualTo("It stays as it is, and is off this list.");
        assertThat(page(new Paged<>(List.of(), null), null, "anything").done()).isNull();
    }

    @Test
    void moreThanAPageHoldsSaysSo() {
        ContradictionsPage page =
                page(new Paged<>(Collections.nCopies(50, TRACER), "c2"), null, null);
        assertThat(page.headline()).isEqualTo("More than 50 contradictions of merges");
        assertThat(page.next()).isEqualTo("/contradictions?cursor=c2");
    }

    @Test
    void withoutTheRegisterTheNumberHasToDo() {
        assertThat(
                        ContradictionsPage.of(
                                        new Paged<>(List.of(TRACER), null),
                                        new Part.Missing<>("Down."),
                                        WORDS,
                                        null,
                                        null)
                                .cards()
                                .getFirst()
                                .person())
                .isNull();
    }
}
