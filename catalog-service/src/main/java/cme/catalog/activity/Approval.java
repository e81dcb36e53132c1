package cme.catalog.activity;

import cme.catalog.procedure.ProcedureCode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The board's word on an activity for one purpose and a span of dates.
///
/// @param procedures the tracer procedures that the activity is aligned with, in order, each once;
///   at least one for [Purpose#TRACER], none otherwise
/// @param span days on which a completion is covered
public record Approval(UUID id, Purpose purpose, List<ProcedureCode> procedures, Span span) {

    public static final int MAX_PROCEDURES = 50;

    static final Comparator<Approval> IN_ORDER =
            Comparator.comparing((Approval a) -> a.span().from())
                    .thenComparing(Approval::purpose)
                    .thenComparing(Approval::id);

    public Approval {
        procedures = procedures.stream().distinct().sorted().toList();
        if ((purpose == Purpose.TRACER) == procedures.isEmpty()
                || procedures.size() > MAX_PROCEDURES) {
            throw new IllegalArgumentException("The number of procedures does not fit " + purpose);
        }
    }

    /// True when both approve the same, even if their ids differ.
    public boolean saysTheSameAs(Approval other) {
        return purpose == other.purpose
                && procedures.equals(other.procedures)
                && span.equals(other.span);
    }

    /// Days from one to another, both inclusive.
    ///
    /// @param until last day; null while no end is known
    public record Span(LocalDate from, @Nullable LocalDate until) {

        public Span {
            if (until != null && until.isBefore(from)) {
                throw new IllegalArgumentException("The span ends before it begins");
            }
        }

        public boolean covers(LocalDate day) {
            return !day.isBefore(from) && (until == null || !day.isAfter(until));
        }
    }

    /// The purpose that an activity is approved for.
    public enum Purpose {
        /// For example listed in the ABMS Continuing Certification Directory for this board.
        LIFELONG_LEARNING,
        /// On the board's patient-safety list.
        PATIENT_SAFETY,
        /// Aligned with named tracer procedures.
        TRACER
    }
}
