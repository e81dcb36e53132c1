package cme.catalog.directory;

import static org.assertj.core.api.Assertions.assertThat;

import cme.catalog.activity.Approval.Purpose;
import cme.catalog.activity.Approval.Span;
import cme.catalog.procedure.ProcedureCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApprovalNotationTest {

    private static final LocalDate FROM = LocalDate.parse("2025-01-01");
    private static final LocalDate UNTIL = LocalDate.parse("2027-12-31");
    private static final ApprovalNotation NOTATION = new ApprovalNotation("ABPS", FROM, UNTIL);

    private static List<ImportedApproval> read(String cell) {
        var wrong = new ArrayList<String>();
        var approvals = NOTATION.read(cell, wrong::add);
        assertThat(wrong).isEmpty();
        return approvals;
    }

    @Test
    void withoutDatesItHoldsAsLongAsTheActivityIsOffered() {
        assertThat(read("ABPS:Patient Safety"))
                .containsExactly(
                        new ImportedApproval(
                                Purpose.PATIENT_SAFETY, List.of(), new Span(FROM, UNTIL)));
    }

    @Test
    void datesMayBeNamedAndAnEndLeftOpen() {
        assertThat(read("Lifelong Learning and Self-Assessment 2026-02-03..2026-04-05"))
                .extracting(ImportedApproval::span)
                .containsExactly(
                        new Span(LocalDate.parse("2026-02-03"), LocalDate.parse("2026-04-05")));
        assertThat(read("patient safety 2026-02-03.."))
                .extracting(ImportedApproval::span)
                .containsExactly(new Span(LocalDate.parse("2026-02-03"), null));
    }

    @Test
    void aTracerNamesItsProcedures() {
        assertThat(read("abps: Tracer (RHINOPLASTY, CARPAL_TUNNEL)"))
                .extracting(ImportedApproval::procedures)
                .containsExactly(
                        List.of(
                                new ProcedureCode("CARPAL_TUNNEL"),
                                new ProcedureCode("RHINOPLASTY")));
    }

    @Test
    void approvalsOfOtherBoardsAreNotTakenOver() {
        assertThat(read("ABS:Patient Safety; ABO:Anything they like; ;")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tracer",
                "Patient Safety(CARPAL_TUNNEL)",
                "Patient Safety 2026-13-01..",
                "Patient Safety 2026-02-01..2026-01-01",
                "Bedside manner",
                "Patient Safety from today",
                "Tracer(carpal tunnel)"
            })
    void whatCannotBeUnderstoodIsSaid(String cell) {
        var wrong = new ArrayList<String>();

        NOTATION.read(cell, wrong::add);

        assertThat(wrong).hasSize(1);
    }
}
