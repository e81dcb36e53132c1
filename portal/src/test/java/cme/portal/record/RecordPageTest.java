package cme.portal.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cme.portal.catalog.TracerProcedure;
import cme.portal.compliance.Changes;
import cme.portal.compliance.Cycle;
import cme.portal.compliance.Decision;
import cme.portal.compliance.Pathway;
import cme.portal.compliance.RuleSet;
import cme.portal.compliance.Status;
import cme.portal.compliance.Tracer;
import cme.portal.compliance.WhatIf;
import cme.portal.page.Formats;
import cme.portal.page.Look;
import cme.portal.services.Answers;
import cme.portal.services.Versioned;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordPageTest {
    private static final Formats AMERICAN = Formats.of("en-US", ZoneId.of("America/New_York"));
    private static final RecordPage.Outcome NOTHING =
            new RecordPage.Outcome(List.of(), null, null, null);
    private static final RecordPage.Known KNOWN =
            new RecordPage.Known(
                    Optional.of(
                            new Versioned<>(
                                    Answers.read("compliance/cycle.json", Cycle.class), "\"1\"")),
                    Answers.page("compliance/pathways.json", Pathway.class).items(),
                    Answers.page("compliance/tracers.json", Tracer.class).items(),
                    Answers.page("compliance/decisions.json", Decision.class).items(),
                    Optional.of(Answers.read("compliance/status-late.json", Status.class)),
                    Answers.page("catalog/tracer-procedures.json", TracerProcedure.class).items(),
                    Answers.page("compliance/rule-sets.json", RuleSet.class).items());
    private static final RecordPage.Known UNKNOWN =
            new RecordPage.Known(
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    List.of(),
                    List.of());

    private static RecordPage page(
            RecordPage.Known known, RecordForm form, RecordPage.Outcome outcome) {
        return RecordPage.of("020066", known, form, outcome, AMERICAN);
    }

    private static RecordForm form(String kind) {
        var form = new RecordForm();
        form.kind = kind;
        return form;
    }

    private static RecordForm decision() {
        RecordForm form = form("decision");
        form.finding = "cme-total:6";
        form.verdict = "EXTENDED";
        form.until = "2027-03-31";
        form.reason = "Illness";
        return form;
    }

    @Test
    void whatIsRecordedIsListedInWordsWithItsReason() {
        assertThat(page(KNOWN, new RecordForm(), NOTHING).entries())
                .extracting(
                        RecordPage.Entry::kind,
                        RecordPage.Entry::key,
                        RecordPage.Entry::title,
                        RecordPage.Entry::why)
                .containsExactly(
                        tuple(
                                "decision",
                                "patient-safety-activity:3",
                                "Extended by the board until Dec 31, 2026: Patient-safety activity,"
                                        + " year 3",
                                "Illness"),
                        tuple(
                                "decision",
                                "tracer-activity:3",
                                "Accepted by the board: Tracer activity, year 3",
                                "Shown by certificate"),
                        tuple(
                                "tracer",
                                "3",
                                "Tracer, year 3: Augmentation mammaplasty, completed Sep 15, 2023",
                                null),
                        tuple(
                                "tracer",
                                "6",
                                "Tracer, year 6: Augmentation mammaplasty, completed Sep 15, 2026",
                                null),
                        tuple(
                                "pathway",
                                "2025-03-10",
                                "Special circumstances from Mar 10, 2025 to Jun 30, 2025",
                                "Not actively practising"));
        assertThat(
                        page(KNOWN, new RecordForm(), NOTHING)
                                .entries()
                                .getFirst()
                                .about()
                                .replace('\u202f', ' '))
                .isEqualTo("by board, Nov 29, 2026, 2:43 PM ET");
    }

    @Test
    void aTracerThatIsNotFinishedAndAnOpenPathwayAreInWordsToo() {
        Tracer tracer = KNOWN.tracers().getFirst();
        Pathway pathway = KNOWN.pathways().getFirst();
        var open =
                new RecordPage.Known(
                        Optional.empty(),
                        List.of(
                                new Pathway(
                                        "NEW_PATHWAY",
                                        pathway.from(),
                                        null,
                                        null,
                                        1,
                                        pathway.recordedAt(),
                                        "board")),
                        List.of(new Tracer(9, 2021, "NEW_CODE", null, 1, tracer.recordedAt(), "b")),
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        List.of());
        assertThat(page(open, new RecordForm(), NOTHING).entries())
                .extracting(RecordPage.Entry::title)
                .containsExactly(
                        "Tracer, year 9: NEW_CODE, chosen", "New pathway from Mar 10, 2025");
    }

    @Test
    void choicesAreThoseOfTheStatusAndTheCatalog() {
        RecordPage.Choices choices = page(KNOWN, decision(), NOTHING).choices();
        assertThat(choices.findings())
                .filteredOn(RecordPage.Option::chosen)
                .containsExactly(
                        new RecordPage.Option("cme-total:6", "CME credits, year 6, late", true));
        assertThat(choices.findings()).hasSize(8);
        assertThat(choices.verdicts())
                .extracting(RecordPage.Option::label)
                .containsExactly(
                        "Accepted by the board", "Waived by the board", "Extended by the board");
        assertThat(choices.years())
                .extracting(RecordPage.Option::label)
                .containsExactly("Year 3", "Year 6");
        assertThat(choices.procedures())
                .contains(new RecordPage.Option("ABDOMINOPLASTY", "Abdominoplasty", false));
        assertThat(choices.pathways())
                .extracting(RecordPage.Option::label)
                .containsExactly("Special circumstances", "Standard");
    }

    @Test
    void theCyclesFormBeginsWithWhatIsRecorded() {
        RecordPage page = page(KNOWN, new RecordForm(), NOTHING);
        assertThat(page.cycleVersion()).isEqualTo("\"1\"");
        assertThat(page.filled().ruleSet()).isEqualTo("abps-cc-10y");
        assertThat(page.filled().cycleStartYear()).isEqualTo("2021");
        assertThat(page.filled().certifiedOn()).isEqualTo("2020-11-19");
    }

    @Test
    void somebodyOfWhomNothingIsRecordedCanBeGivenACycle() {
        RecordPage page = page(UNKNOWN, new RecordForm(), NOTHING);
        assertThat(page.entries()).isEmpty();
        assertThat(page.cycleVersion()).isNull();
        assertThat(page.filled().ruleSet()).isEmpty();
        assertThat(page.choices().findings()).isEmpty();
        assertThat(page.preview()).isNull();
    }

    @Test
    void beforeSomethingIsRecordedThePageSaysWhatWouldChange() {
        WhatIf supposed = Answers.read("compliance/what-if.json", WhatIf.class);
        RecordPage page =
                page(KNOWN, decision(), new RecordPage.Outcome(List.of(), null, supposed, null));
        assertThat(page.preview())
                .isEqualTo(
                        new RecordPage.Preview(
                                "This would change:",
                                Look.LATE,
                                Look.ON_TRACK,
                                List.of(
                                        "CME credits, year 6: from “Due soon” to “Met” and 145.75"
                                                + " becomes 151.75.",
                                        "Patient-safety credits, year 6: 29 becomes 30.50.")));
    }

    @Test
    void aChangeThatChangesNothingSaysSo() {
        WhatIf one = Answers.read("compliance/what-if.json", WhatIf.class);
        var same =
                new WhatIf(
                        one.diplomateId(),
                        one.asOf(),
                        one.knownAt(),
                        one.ruleSet(),
                        one.ruleSetVersion(),
                        one.cycle(),
                        one.pathway(),
                        "LATE",
                        one.summary(),
                        null,
                        null,
                        one.basis(),
                        List.of(),
                        List.of(),
                        new Changes(null, List.of()));
        RecordPage.Preview preview =
                page(KNOWN, decision(), new RecordPage.Outcome(List.of(), null, same, null))
                        .preview();
        assertThat(preview.title()).isEqualTo("Nothing would change.");
        assertThat(preview.before()).isEqualTo(preview.after());
    }

    @Test
    void whatIsReplacedIsNamedByItsVersion() {
        RecordForm tracer = form("tracer");
        tracer.dueYear = "6";
        RecordForm pathway = form("pathway");
        pathway.from = "2025-03-10";
        RecordForm again = form("decision");
        again.finding = "tracer-activity:3";
        assertThat(List.of(KNOWN.version(tracer), KNOWN.version(pathway), KNOWN.version(again)))
                .containsOnly("\"1\"");
        assertThat(KNOWN.version(decision())).isEmpty();
        assertThat(KNOWN.version(new RecordForm())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    recorded   | It is recorded, and counts from now on.
                    taken-back | It is taken back. The history keeps both.
                    """)
    void whatWasDoneIsSaid(String done, String sentence) {
        assertThat(
                        page(
                                        KNOWN,
                                        new RecordForm(),
                                        new RecordPage.Outcome(List.of(), null, null, done))
                                .done())
                .isEqualTo(sentence);
    }

    @Test
    void aRefusalKeepsWhatWasTyped() {
        RecordPage page =
                page(KNOWN, decision(), new RecordPage.Outcome(List.of(), "Not so.", null, "x"));
        assertThat(page.problem()).isEqualTo("Not so.");
        assertThat(page.done()).isNull();
        assertThat(page.filled().reason()).isEqualTo("Illness");
        assertThat(page.filled().until()).isEqualTo("2027-03-31");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    decision | Choose the requirement. Choose the decision. Say why; it is kept for ever.
                    tracer   | Choose the year. Choose the procedure.
                    pathway  | Choose the pathway. Say from which day it holds. Say why.
                    cycle    | Choose the rules. Say the first year. Say the day.
                    """)
    void anEmptyFormSaysEverythingThatIsMissing(String kind, String sentences) {
        assertThat(sentences(form(kind))).isEqualTo(sentences);
    }

    @Test
    void daysThatAreNoneAreSaidAtTheirFields() {
        RecordForm decision = decision();
        decision.until = "2026-13-40";
        assertThat(decision.faults())
                .containsExactly(
                        new RecordForm.Fault(
                                "until", "Say until which day the deadline is extended."));
        RecordForm tracer = form("tracer");
        tracer.dueYear = "6";
        tracer.procedure = "HAND";
        tracer.completedOn = "yesterday";
        assertThat(tracer.faults())
                .containsExactly(new RecordForm.Fault("completedOn", "This is no day."));
        RecordForm pathway = form("pathway");
        pathway.pathway = "STANDARD";
        pathway.from = "2026-01-01";
        pathway.until = "2026-02-30";
        pathway.reason = "Back";
        assertThat(pathway.faults())
                .containsExactly(new RecordForm.Fault("pathway-until", "This is no day."));
        assertThat(decision().faults()).isEmpty();
    }

    private static String sentences(RecordForm form) {
        return String.join(" ", form.faults().stream().map(RecordForm.Fault::sentence).toList());
    }

    @Test
    void eachKindButACycleCanBeSupposed() {
        assertThat(decision().supposed().decisions())
                .extracting(WhatIf.Decision::requirement, WhatIf.Decision::dueYear)
                .containsExactly(tuple("cme-total", 6));
        RecordForm tracer = form("tracer");
        tracer.dueYear = "6";
        tracer.procedure = "HAND";
        assertThat(tracer.supposed().tracers()).hasSize(1);
        assertThat(form("cycle").supposed()).isNull();
    }
}
