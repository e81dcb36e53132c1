package cme.catalog.directory;

import cme.catalog.activity.Approval;
import cme.catalog.activity.Approval.Purpose;
import cme.catalog.activity.Approval.Span;
import cme.catalog.procedure.ProcedureCode;
import cme.chassis.json.Days;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Approvals in one cell of a table, as directories export them: `ABPS:Patient Safety
/// 2025-01-01..2027-12-31; ABPS:Tracer(CARPAL_TUNNEL, RHINOPLASTY) 2025-01-01..`. Without a board
/// it is this board; without dates they are the days on which the activity is offered.
final class ApprovalNotation {

    static final String FORM =
            "Written BOARD:PURPOSE(PROCEDURE, ...) FROM..UNTIL; several are separated by semicolons.";

    private static final Pattern ENTRY =
            Pattern.compile(
                    "(?:(?<board>[A-Za-z ]{2,60}):)?\\s*(?<purpose>[A-Za-z][A-Za-z _&-]{2,60}?)"
                            + "\\s*(?:\\((?<procedures>[A-Z0-9_, ]*)\\))?"
                            + "(?:\\s+(?<from>[0-9]{4}-[0-9]{2}-[0-9]{2})"
                            + "(?:\\.\\.(?<until>[0-9]{4}-[0-9]{2}-[0-9]{2})?)?)?");

    private final String board;
    private final @Nullable LocalDate offeredFrom;
    private final @Nullable LocalDate offeredUntil;

    ApprovalNotation(
            String board, @Nullable LocalDate offeredFrom, @Nullable LocalDate offeredUntil) {
        this.board = board;
        this.offeredFrom = offeredFrom;
        this.offeredUntil = offeredUntil;
    }

    /// @param wrong receives what is wrong with the cell
    List<ImportedApproval> read(String cell, Consumer<String> wrong) {
        var approvals = new ArrayList<ImportedApproval>();
        for (String entry : cell.split(";")) {
            if (!entry.isBlank()) {
                read(entry.strip(), approvals, wrong);
            }
        }
        return List.copyOf(approvals);
    }

    private void read(String entry, List<ImportedApproval> approvals, Consumer<String> wrong) {
        Matcher match = ENTRY.matcher(entry);
        if (!match.matches()) {
            wrong.accept(FORM);
            return;
        }
        String by = match.group("board");
        if (by != null && !by.strip().equalsIgnoreCase(board)) {
            return;
        }
        Optional<Purpose> purpose = purpose(match.group("purpose"));
        if (purpose.isEmpty()) {
            wrong.accept("Purposes are lifelong learning, patient safety and tracer.");
            return;
        }
        try {
            List<ProcedureCode> procedures = procedures(match.group("procedures"));
            String from = match.group("from");
            Optional<Span> span =
                    span(from, match.group("until"), from != null && entry.contains(".."));
            if ((purpose.get() == Purpose.TRACER) == procedures.isEmpty()) {
                wrong.accept("Tracer, and only tracer, names procedures.");
            } else if (span.isEmpty()) {
                wrong.accept("The first day is missing, here and in offeredFrom.");
            } else {
                approvals.add(new ImportedApproval(purpose.get(), procedures, span.get()));
            }
        } catch (IllegalArgumentException e) {
            wrong.accept(FORM);
        }
    }

    private static Optional<Purpose> purpose(String text) {
        return switch (text.strip().toUpperCase(Locale.ROOT).replaceAll("[^A-Z]+", "_")) {
            case "LIFELONG_LEARNING",
                    "SELF_ASSESSMENT",
                    "LIFELONG_LEARNING_SELF_ASSESSMENT",
                    "LIFELONG_LEARNING_AND_SELF_ASSESSMENT" ->
                    Optional.of(Purpose.LIFELONG_LEARNING);
            case "PATIENT_SAFETY" -> Optional.of(Purpose.PATIENT_SAFETY);
            case "TRACER" -> Optional.of(Purpose.TRACER);
            default -> Optional.empty();
        };
    }

    private static List<ProcedureCode> procedures(@Nullable String codes) {
        if (codes == null) {
            return List.of();
        }
        List<ProcedureCode> procedures =
                Arrays.stream(codes.split(","))
                        .map(String::strip)
                        .filter(code -> !code.isEmpty())
                        .map(ProcedureCode::new)
                        .toList();
        if (procedures.size() > Approval.MAX_PROCEDURES) {
            throw new IllegalArgumentException("too many procedures");
        }
        return procedures;
    }

    /// `FROM..` has no end; without the dots the end is that of the offer.
    private Optional<Span> span(@Nullable String from, @Nullable String until, boolean saysEnd) {
        LocalDate first = from == null ? offeredFrom : day(from);
        LocalDate last = saysEnd ? (until == null ? null : day(until)) : offeredUntil;
        return Optional.ofNullable(first).map(day -> new Span(day, last));
    }

    private static LocalDate day(String text) {
        LocalDate day = Days.date(text);
        if (day == null) {
            throw new IllegalArgumentException("no date");
        }
        return day;
    }
}
