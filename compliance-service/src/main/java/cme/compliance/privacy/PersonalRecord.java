package cme.compliance.privacy;

import java.util.Locale;

/// The records that this service keeps on a person, in the order in which they are shown.
enum PersonalRecord {
    CYCLE_REVISION(
            "concat(r.diplomate_id, '/', lpad(r.revision::text, 9, '0'))",
            "to_jsonb(r)",
            "cycle_revision r where r.diplomate_id = any(:numbers)"),
    TRACER_REVISION(
            "concat(r.diplomate_id, '/', r.due_year, '/', lpad(r.revision::text, 9, '0'))",
            "to_jsonb(r)",
            "tracer_revision r where r.diplomate_id = any(:numbers)"),
    PATHWAY_REVISION(
            "concat(r.diplomate_id, '/', r.from_date, '/', lpad(r.revision::text, 9, '0'))",
            "to_jsonb(r)",
            "pathway_revision r where r.diplomate_id = any(:numbers)"),
    DECISION_REVISION(
            "concat(r.diplomate_id, '/', r.requirement, '/', r.due_year, '/', lpad(r.revision::text, 9, '0'))",
            "to_jsonb(r)",
            "decision_revision r where r.diplomate_id = any(:numbers)"),
    /// A former merge with somebody else names their number, so it is not shown.
    MERGE_REVISION(
            "concat(r.diplomate_id, '/', lpad(r.revision::text, 9, '0'))",
            "to_jsonb(r)",
            """
            merge_revision r where r.diplomate_id = any(:numbers)
                and (r.merged_into is null or r.merged_into = any(:numbers))
            """),
    MERGE_CONTRADICTION(
            "r.id::text",
            "to_jsonb(r)",
            "merge_contradiction r where r.diplomate_id = any(:numbers) and r.merged = any(:numbers)"),
    /// Revisions by which a completion went to somebody else have that one's number.
    COMPLETION_REVISION(
            "concat(r.completion, '/', lpad(r.revision::text, 9, '0'))",
            "to_jsonb(r)",
            "completion_revision r where r.diplomate_id = any(:numbers)"),
    STATUS("r.diplomate_id", "r.body::jsonb", "status r where r.diplomate_id = any(:numbers)"),
    /// The other entries of the log repeat the revisions above.
    READINESS_EVENT(
            "lpad(r.seq::text, 18, '0')",
            "r.payload",
            "event_log r where r.key = any(:numbers) and r.type = 'cme.compliance.readiness.changed'"),
    /// Without the hash of the secret in its address.
    CALENDAR_FEED(
            "r.id::text",
            "to_jsonb(r) - 'secret_hash'",
            "calendar_feed r where r.diplomate_id = any(:numbers)");

    private final String page;

    PersonalRecord(String place, String data, String rows) {
        page =
                """
                select place, data from (select %s as place, %s as data from %s) as of_person
                where place > :after order by place limit :limit
                """
                        .formatted(place, data, rows);
    }

    /// The statement for a page, with the columns `place`, by which the records are ordered, and
    /// `data`.
    String page() {
        return page;
    }

    /// For example `cycle-revision`.
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
