package cme.compliance.evidence;

import cme.compliance.rules.Activity;
import cme.compliance.rules.Completion;
import cme.compliance.rules.Completion.Poster;
import cme.compliance.rules.Completion.Subject;
import cme.compliance.rules.Credits;
import cme.compliance.rules.DiplomateId;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// All revisions of one completion, as each diplomate who ever had it sees them.
final class CompletionHistory {

    record Entry(String completion, String diplomate, Completion.Revision revision) {

        /// @param row with the columns in the order of the query
        static Entry of(ResultSet row) throws SQLException {
            String activity = row.getString(5);
            Subject subject =
                    activity == null
                            ? new Subject.Titled(row.getString(6))
                            : new Subject.InCatalog(new Activity.Code(activity));
            int safety = row.getInt(9);
            boolean safetyUnknown = row.wasNull();
            var revision =
                    new Completion.Revision(
                            row.getInt(3),
                            Completion.Status.valueOf(row.getString(4)),
                            subject,
                            LocalDate.ofEpochDay(row.getInt(7)),
                            row.getString(12),
                            new Credits(row.getInt(8)),
                            safetyUnknown ? null : new Credits(safety),
                            Poster.valueOf(row.getString(10)),
                            Instant.EPOCH.plus(row.getLong(11), ChronoUnit.MICROS));
            return new Entry(row.getString(1), row.getString(2), revision);
        }
    }

    private final String completion;
    private final List<Entry> entries = new ArrayList<>(1);

    CompletionHistory(String completion) {
        this.completion = completion;
    }

    /// In the order of the revisions.
    void add(Entry entry) {
        entries.add(entry);
    }

    static Map<DiplomateId, List<Completion>> byDiplomate(
            Collection<CompletionHistory> histories, Set<String> asked) {
        Map<DiplomateId, List<Completion>> byDiplomate = new HashMap<>();
        for (CompletionHistory history : histories) {
            for (String diplomate : history.diplomates()) {
                if (asked.contains(diplomate)) {
                    byDiplomate
                            .computeIfAbsent(new DiplomateId(diplomate), _ -> new ArrayList<>())
                            .add(history.asSeenBy(diplomate));
                }
            }
        }
        return byDiplomate;
    }

    private Set<String> diplomates() {
        Set<String> diplomates = LinkedHashSet.newLinkedHashSet(1);
        entries.forEach(entry -> diplomates.add(entry.diplomate()));
        return diplomates;
    }

    /// For a diplomate, the completion begins with the first revision that names the diplomate. A
    /// later revision that names another one withdraws it, with its old values: the new ones
    /// concern the other diplomate alone.
    Completion asSeenBy(String diplomate) {
        List<Completion.Revision> seen = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            if (entry.diplomate().equals(diplomate)) {
                seen.add(entry.revision());
            } else if (!seen.isEmpty()) {
                seen.add(takenAway(seen.getLast(), entry.revision()));
            }
        }
        return new Completion(new Completion.Id(completion), seen);
    }

    private static Completion.Revision takenAway(Completion.Revision last, Completion.Revision by) {
        return new Completion.Revision(
                by.number(),
                Completion.Status.WITHDRAWN,
                last.subject(),
                last.completedOn(),
                last.session(),
                last.credits(),
                last.patientSafetyCredits(),
                last.poster(),
                by.recordedAt());
    }
}
