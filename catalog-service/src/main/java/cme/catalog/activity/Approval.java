package cme.catalog.activity;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;

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
            throw new IllegalArgumentException("wrong procedures for " + purpose);
        }
    }

    /// Whether it approves the same, whatever it is called.
    public boolean saysTheSameAs(Approval other) {
        return purpose == other.purpose
                && procedures.equals(other.procedures)
                && span.equals(other.span);
    }
}
