package cme.stack.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// The completions of the notable people, by who posts them.
record NotableDeeds(DemoDays days) {

    static final String EXAMINATION = "AMA-CC-EXAM";
    private static final String CARPAL_TUNNEL = "ASPS-CARPAL-TUNNEL-COURSE";
    private static final String AUGMENTATION = "ASAPS-AUGMENTATION-REVISION";
    private static final String IHI = "IHI-OPEN-SCHOOL-PS";

    /// Those to whom only one thing is wanting, or nothing.
    private static final List<Notable> WELL_ATTENDING =
            List.of(
                    Notable.TRACER_MISSING,
                    Notable.NOT_ALIGNED,
                    Notable.APPROVAL_LAPSED,
                    Notable.ALREADY_USED,
                    Notable.DECISION_TAKEN_BACK,
                    Notable.SURVIVOR,
                    Notable.LONG_TITLES,
                    Notable.CORRECTED);

    List<NotableRow> ofAsps() {
        var rows = new ArrayList<NotableRow>();
        int year = days.nextDue();
        for (var who : WELL_ATTENDING) {
            rows.add(annual(who, year - 2, "60", "12"));
            rows.add(annual(who, year - 1, "60", "12"));
        }
        fewCreditsLeft(rows);
        tracers(rows);
        complete(rows);
        whatDidNotCount(rows);
        others(rows);
        return rows;
    }

    private void fewCreditsLeft(List<NotableRow> rows) {
        int year = days.lastDue();
        rows.add(annual(Notable.FEW_CREDITS_LEFT, year - 2, "60", "12"));
        rows.add(annual(Notable.FEW_CREDITS_LEFT, year - 1, "60", "12"));
        rows.add(annual(Notable.FEW_CREDITS_LEFT, year, "23.75", "4.75"));
        rows.add(course(Notable.FEW_CREDITS_LEFT, CARPAL_TUNNEL, year));
    }

    private void tracers(List<NotableRow> rows) {
        int year = days.nextDue();
        // Before its window opens, and near the tracer.
        rows.add(
                NotableRow.of(
                                Notable.NOT_ALIGNED,
                                CARPAL_TUNNEL,
                                LocalDate.of(year - 3, 11, 20),
                                "2")
                        .safety("0.5"));
        rows.add(course(Notable.APPROVAL_LAPSED, NotableCatalog.LAPSED, year - 1));
        rows.add(course(Notable.ALREADY_USED, CARPAL_TUNNEL, year - 3));
        rows.add(annual(Notable.ALREADY_USED, year - 5, "60", "12"));
        rows.add(annual(Notable.ALREADY_USED, year - 4, "60", "12"));
        rows.add(course(Notable.DECISION_TAKEN_BACK, CARPAL_TUNNEL, year - 1));
        rows.add(course(Notable.SURVIVOR, CARPAL_TUNNEL, year - 1));
        rows.add(course(Notable.FIVE_YEAR_CYCLE, CARPAL_TUNNEL, year - 1));
    }

    /// Three windows, each with just enough.
    private void complete(List<NotableRow> rows) {
        for (int year = days.lastDue() - 8; year <= days.lastDue(); year++) {
            rows.add(annual(Notable.COMPLETE, year, "50", "7"));
        }
    }

    private void whatDidNotCount(List<NotableRow> rows) {
        var who = Notable.WHAT_DID_NOT_COUNT;
        int year = days.nextDue();
        rows.add(annual(who, year - 2, "60", "12"));
        rows.add(NotableRow.of(who, "Grand rounds", LocalDate.of(year - 3, 11, 1), "1"));
        rows.add(
                NotableRow.of(
                        who, "Journal club of the region", LocalDate.of(year - 3, 11, 25), "1.5"));
        rows.add(course(who, CARPAL_TUNNEL, year - 2));
        rows.add(course(who, CARPAL_TUNNEL, year - 1));
        var symposium = LocalDate.of(year - 1, 5, 20);
        for (int day = 0; day < 2; day++) {
            rows.add(
                    NotableRow.of(who, NotableCatalog.SYMPOSIUM, symposium.plusDays(day), "12")
                            .safety("2"));
        }
    }

    private void others(List<NotableRow> rows) {
        int year = days.nextDue();
        rows.add(annual(Notable.FIVE_YEAR_CYCLE, year - 1, "40.5", "11"));
        rows.add(annual(Notable.DECISION_NEEDED, year - 2, "30", "4"));
        rows.add(annual(Notable.OVERDUE, year - 4, "20", "3"));
        rows.add(annual(Notable.MERGED, year - 2, "12", "2"));
        rows.add(annual(Notable.SEPARATED, year - 1, "24", "5"));
        rows.add(annual(Notable.NO_CYCLE, year - 1, "16", "3"));
        rows.add(annual(Notable.ERASED, year - 1, "8", "1"));
        rows.add(course(Notable.LONG_TITLES, NotableCatalog.LONG_TITLE, year - 1));
        rows.add(
                NotableRow.of(
                        Notable.LONG_TITLES,
                        NotableCatalog.longTitle("A lecture"),
                        LocalDate.of(year - 1, 2, 3),
                        "1.25"));
        rows.add(
                NotableRow.of(
                                Notable.NOT_PRACTISING_DONE,
                                "ASPS-VTE-PREVENTION",
                                days.afterLastDeadline(),
                                "1.5")
                        .safety("1.5"));
    }

    List<NotableRow> ofAsaps() {
        var rows = new ArrayList<NotableRow>();
        int year = days.nextDue();
        for (var who : WELL_ATTENDING) {
            rows.add(aesthetic(who, year - 1, "30", "6"));
        }
        rows.add(aesthetic(Notable.ALREADY_USED, year - 3, "30", "6"));
        rows.add(course(Notable.NOT_ALIGNED, AUGMENTATION, year - 1));
        // Its patient-safety part is not told, and cannot be known.
        rows.add(aesthetic(Notable.WHAT_DID_NOT_COUNT, year - 1, "20", ""));
        return rows;
    }

    List<NotableRow> ofIhi() {
        var who = Notable.WHAT_DID_NOT_COUNT;
        int year = days.nextDue() - 1;
        return List.of(
                NotableRow.of(who, IHI, LocalDate.of(year, 2, 10), "6").safety("6"),
                NotableRow.of(who, IHI, LocalDate.of(year, 6, 10), "6").safety("6"));
    }

    /// One that the society has posted as well, and an examination.
    List<NotableRow> ofTheBoard() {
        int year = days.nextDue();
        return List.of(
                annual(Notable.WHAT_DID_NOT_COUNT, year - 2, "60", "12"),
                NotableRow.of(Notable.ALREADY_USED, EXAMINATION, LocalDate.of(year - 1, 4, 2), "60")
                        .safety("0"));
    }

    static NotableRow annual(Notable who, int year, String credits, String safety) {
        return NotableRow.of(who, "ASPS-ANNUAL-" + year, DemoDays.meetingOfAsps(year), credits)
                .safety(safety);
    }

    private static NotableRow aesthetic(Notable who, int year, String credits, String safety) {
        return NotableRow.of(who, "ASAPS-MEETING-" + year, DemoDays.meetingOfAsaps(year), credits)
                .safety(safety);
    }

    private static NotableRow course(Notable who, String code, int year) {
        return NotableRow.of(who, code, DemoDays.course(year), "2").safety("0.5");
    }
}
