package cme.catalog.activity;

import cme.chassis.chain.CurrentRows;
import cme.chassis.chain.CurrentRows.Column;
import cme.chassis.chain.CurrentRows.Field;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import java.util.List;

/// The current activities, with their approvals and caps, must agree with the last revisions in the
/// event log.
final class ActivityCurrentRows {

    private static final Field APPROVALS =
            new Field(
                    """
                    (select jsonb_agg(
                            jsonb_build_array(
                                a -> 'id', a -> 'purpose', a -> 'procedures', a -> 'from', nullif(a -> 'until', 'null'))
                            order by a ->> 'id')
                        from jsonb_array_elements(
                            case when jsonb_typeof(e.payload -> 'approvals') = 'array'
                                then e.payload -> 'approvals' else '[]' end) as a)
                    """,
                    """
                    (select jsonb_agg(
                            jsonb_build_array(a.id, a.purpose, a.procedures, a.from_date, a.until_date)
                            order by a.id::text)
                        from approval a where a.activity = r.code)
                    """);

    @Produces
    @Singleton
    static CurrentRows rows() {
        return new CurrentRows(
                "activity",
                List.of(new Column("code", "text")),
                "r.code",
                "e.type like 'cme.catalog.activity.%' and e.type <> '" + Occasion.REASON_TYPE + "'",
                List.of(),
                "r.code = e.key",
                List.of(
                        Field.of("title", "r.title"),
                        Field.of("provider", "r.provider"),
                        Field.of("type", "r.type"),
                        Field.of("url", "r.url"),
                        Field.of("credits", "r.credits"),
                        Field.of("patientSafetyCredits", "r.patient_safety_credits"),
                        Field.of("creditsConfirmed", "r.credits_confirmed"),
                        Field.of("oncePer", "r.once_per"),
                        Field.ofLater("creditsPer", "r.credits_per"),
                        new Field("e.payload #>> '{cap,group}'", "r.cap_group"),
                        new Field(
                                "e.payload #> '{cap,credits}'",
                                "to_jsonb((select g.credits from cap_group g where g.code = r.cap_group))"),
                        Field.of("offeredFrom", "r.offered_from"),
                        // Nothing is offered after its retirement.
                        Field.of("offeredUntil", "least(r.offered_until, r.retired_on)"),
                        Field.of("status", "r.status"),
                        Field.of("revision", "r.revision"),
                        Field.ofInstant("recordedAt", "r.recorded_at"),
                        Field.of("recordedBy", "r.recorded_by"),
                        APPROVALS));
    }
}
