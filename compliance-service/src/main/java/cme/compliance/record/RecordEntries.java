package cme.compliance.record;

import static cme.compliance.diplomate.Rows.utc;

import cme.compliance.rules.DiplomateId;
import cme.compliance.rules.ProcedureCode;
import cme.compliance.rules.Tracer;
import jakarta.inject.Singleton;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Adds revisions to the records.
@Singleton
public class RecordEntries {

    /// A cycle to be added for a diplomate.
    public record NewCycle(DiplomateId diplomate, CycleRevision revision) {}

    private static final String ADD_CYCLES =
            """
            insert into cycle_revision (diplomate_id, revision, rule_set, start_year, certified_on,
                                        recorded_at, recorded_by)
            select * from unnest(:diplomates::text[], :revisions::int[], :ruleSets::text[],
                :startYears::int[], :certified::date[], :times::timestamptz[], :by::text[])
            """;

    public void addCycles(Handle transaction, List<NewCycle> cycles) {
        transaction
                .createUpdate(ADD_CYCLES)
                .bind("diplomates", texts(cycles, c -> c.diplomate().value()))
                .bind("revisions", cycles.stream().mapToInt(c -> c.revision().revision()).toArray())
                .bind("ruleSets", texts(cycles, c -> c.revision().cycle().ruleSet().value()))
                .bind(
                        "startYears",
                        cycles.stream().mapToInt(c -> c.revision().cycle().startYear()).toArray())
                .bind("certified", texts(cycles, c -> c.revision().cycle().certifiedOn()))
                .bind("times", texts(cycles, c -> utc(c.revision().cycle().recordedAt())))
                .bind("by", texts(cycles, c -> c.revision().recordedBy()))
                .execute();
    }

    private interface Text {
        Object of(NewCycle cycle);
    }

    private static String[] texts(List<NewCycle> cycles, Text text) {
        return cycles.stream().map(c -> text.of(c).toString()).toArray(String[]::new);
    }

    public void add(Handle transaction, DiplomateId diplomate, TracerRevision added) {
        var chosen = added.tracer() instanceof Tracer.Chosen c ? c : null;
        ProcedureCode procedure = chosen == null ? null : chosen.procedure();
        transaction
                .createUpdate(
                        """
                        insert into tracer_revision values
                            (:diplomate, :dueYear, :revision, :procedure, :completedOn, :at, :by)
                        """)
                .bind("diplomate", diplomate.value())
                .bind("dueYear", added.tracer().dueYear())
                .bind("revision", added.revision())
                .bind("procedure", procedure == null ? null : procedure.value())
                .bind("completedOn", chosen == null ? null : chosen.completedOn())
                .bind("at", utc(added.tracer().recordedAt()))
                .bind("by", added.recordedBy())
                .execute();
    }

    public void add(Handle transaction, DiplomateId diplomate, PathwayRevision added) {
        var span = added.span();
        transaction
                .createUpdate(
                        """
                        insert into pathway_revision values
                            (:diplomate, :from, :revision, :pathway, :until, :reason, :at, :by)
                        """)
                .bind("diplomate", diplomate.value())
                .bind("from", added.from())
                .bind("revision", added.revision())
                .bind("pathway", span == null ? null : span.pathway().name())
                .bind("until", span == null ? null : span.until())
                .bind("reason", added.reason())
                .bind("at", utc(added.recordedAt()))
                .bind("by", added.recordedBy())
                .execute();
    }

    public void add(Handle transaction, DiplomateId diplomate, DecisionRevision added) {
        var decision = added.decision();
        transaction
                .createUpdate(
                        """
                        insert into decision_revision values
                            (:diplomate, :requirement, :dueYear, :revision, :decision, :until,
                             :reason, :at, :by)
                        """)
                .bind("diplomate", diplomate.value())
                .bind("requirement", added.matter().requirement().value())
                .bind("dueYear", added.matter().dueYear())
                .bind("revision", added.revision())
                .bind("decision", decision == null ? null : RulingKind.of(decision.ruling()).name())
                .bind("until", decision == null ? null : RulingKind.until(decision.ruling()))
                .bind("reason", decision == null ? null : decision.reason())
                .bind("at", utc(added.recordedAt()))
                .bind("by", added.recordedBy())
                .execute();
    }
}
