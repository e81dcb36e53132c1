package cme.compliance.evidence;

import cme.compliance.diplomate.LateRevisions;
import cme.compliance.evidence.SeenCompletion.SeenRevision;
import cme.compliance.rules.Activity;
import cme.compliance.rules.Completion;
import cme.compliance.rules.Completion.Poster;
import cme.compliance.rules.Completion.Subject;
import cme.compliance.rules.Credits;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// All revisions of one completion, as each diplomate who ever had it sees them.
public final class CompletionHistory {

    record Entry(
            String completion,
            String diplomate,
            Completion.Revision revision,
            CompletionEvent.@Nullable Merge merge) {

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
            String merge = row.getString(13);
            return new Entry(
                    row.getString(1),
                    row.getString(2),
                    revision,
                    merge == null ? null : CompletionEvent.Merge.valueOf(merge));
        }
    }

    private final String completion;
    private final List<Entry> entries = new ArrayList<>(1);

    CompletionHistory(String completion) {
        this.completion = completion;
    }

    /// The numbers that have or had it.
    public Set<String> numbers() {
        Set<String> numbers = LinkedHashSet.newLinkedHashSet(1);
        entries.forEach(entry -> numbers.add(entry.diplomate()));
        return numbers;
    }

    /// In the order of the revisions.
    void add(Entry entry) {
        entries.add(entry);
    }

    /// For a diplomate, the completion begins with the first revision that gives it to the
    /// diplomate. The first later revision that gives it to another one withdraws it, with its old
    /// values; what comes after that concerns the other diplomate alone.
    ///
    /// A merge does not change whose a completion is: the numbers of both are one person then. So
    /// its revisions, which only note the number that remains, are passed over, and when the merge
    /// is withdrawn both have what they had before.
    ///
    /// Revisions that were not known at the instant are left out before anything else is decided:
    /// those of one completion come under the keys of several diplomates, in no order.
    ///
    /// @param numbers those that mean the diplomate
    /// @return empty when none of these numbers is known to have had it
    public Optional<SeenCompletion> asSeenBy(
            Set<String> numbers, LateRevisions late, Instant knownAt) {
        List<SeenRevision> seen = new ArrayList<>(entries.size());
        String owner = "";
        String holder = "";
        String ledger = "";
        boolean has = false;
        for (Entry entry : entries) {
            if (knownSince(entry, late).isAfter(knownAt)) {
                continue;
            }
            boolean moved = !entry.diplomate().equals(ledger);
            ledger = entry.diplomate();
            if (entry.merge() == CompletionEvent.Merge.GIVEN_BACK
                    || entry.merge() == null && moved
                    || owner.isEmpty()) {
                owner = entry.diplomate();
            }
            if (numbers.contains(owner)) {
                holder = owner;
                if (entry.merge() == null || !has) {
                    seen.add(new SeenRevision(entry.revision(), knownSince(entry, late)));
                }
                has = true;
            } else if (has) {
                seen.add(takenAway(seen.getLast(), entry, late));
                has = false;
            }
        }
        return seen.isEmpty()
                ? Optional.empty()
                : Optional.of(new SeenCompletion(new Completion.Id(completion), holder, seen));
    }

    private Instant knownSince(Entry entry, LateRevisions late) {
        return late.knownSince(
                LateRevisions.Kind.COMPLETION,
                completion,
                entry.revision().number(),
                entry.revision().recordedAt());
    }

    /// It cannot be known before the revision that it takes away.
    private SeenRevision takenAway(SeenRevision last, Entry by, LateRevisions late) {
        Completion.Revision had = last.revision();
        var revision =
                new Completion.Revision(
                        by.revision().number(),
                        Completion.Status.WITHDRAWN,
                        had.subject(),
                        had.completedOn(),
                        had.session(),
                        had.credits(),
                        had.patientSafetyCredits(),
                        had.poster(),
                        by.revision().recordedAt());
        Instant since = knownSince(by, late);
        return new SeenRevision(
                revision, since.isBefore(last.knownSince()) ? last.knownSince() : since);
    }
}
