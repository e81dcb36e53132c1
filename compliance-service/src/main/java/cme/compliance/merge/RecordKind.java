package cme.compliance.merge;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The tables of a record, each with the columns of its subject and of its value.
@Schema(name = "RecordKind")
enum RecordKind {
    CYCLE("cycle_revision", "''", "", "", "rule_set, start_year, certified_on", true),
    TRACER(
            "tracer_revision",
            "due_year::text",
            "due_year",
            ":dueYear",
            "procedure, completed_on",
            false),
    PATHWAY(
            "pathway_revision",
            "from_date::text",
            "from_date",
            "from_date",
            "pathway, until_date, reason",
            false),
    DECISION(
            "decision_revision",
            "requirement || '/' || due_year",
            "requirement, due_year",
            "requirement, :dueYear",
            "decision, until_date, reason",
            false);

    private static final String ROW =
            """
            insert into %1$s (%2$s, diplomate_id, revision, recorded_at, recorded_by)
            select %3$s, :to, :number, :at, :by from %1$s
            where diplomate_id = :from and revision = :revision and %4$s = :subject
            """;

    private final String table;
    private final String subject;
    private final String key;
    private final String copiedKey;
    private final String values;
    private final boolean isRepeated;

    /// @param copiedKey the key of a copy; the other diplomate's record may name the due year
    ///   otherwise
    /// @param isRepeated true when a row that takes a subject back repeats its value
    RecordKind(
            String table,
            String subject,
            String key,
            String copiedKey,
            String values,
            boolean isRepeated) {
        this.table = table;
        this.subject = subject;
        this.key = key;
        this.copiedKey = copiedKey;
        this.values = values;
        this.isRepeated = isRepeated;
    }

    /// The statement that copies a revision to another diplomate.
    String copy() {
        return ROW.formatted(table, joined(key, values), joined(copiedKey, values), subject);
    }

    /// The statement that takes a revision back.
    String takeBack() {
        String kept = joined(key, isRepeated ? values : "");
        return ROW.formatted(table, joined(kept, "reason"), joined(kept, ":reason"), subject);
    }

    private static String joined(String... columns) {
        return Stream.of(columns)
                .filter(column -> !column.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
