package cme.compliance.record;

import cme.compliance.rules.Cycle;
import cme.compliance.rules.Decision;
import cme.compliance.rules.Pathway;
import cme.compliance.rules.Tracer;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Values of a record in words. Two values that say the same have the same words.
public final class RecordWords {

    private RecordWords() {}

    public static String of(Cycle cycle) {
        return "%s from %d, certified on %s"
                .formatted(cycle.ruleSet(), cycle.startYear(), cycle.certifiedOn());
    }

    public static String of(Tracer.Chosen tracer) {
        return tracer.procedure()
                + (tracer.completedOn() == null
                        ? ", not finished"
                        : ", finished on " + tracer.completedOn());
    }

    public static String of(Pathway.Span span) {
        return span.pathway() + " from " + span.from() + until(span.until());
    }

    public static String of(Decision decision) {
        return RulingKind.of(decision.ruling()) + until(RulingKind.until(decision.ruling()));
    }

    private static String until(@Nullable LocalDate day) {
        return day == null ? "" : " until " + day;
    }
}
