package cme.credit.roster;

import cme.chassis.problem.Violations;
import cme.credit.posting.JudgedRow;
import cme.credit.posting.Notice;
import cme.credit.posting.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Gathers the answer to a posted roster: every row of a small one, and of a large one the rows
/// that were not recorded.
final class RowResults {
    private static final int MAX_LISTED_ROWS = 1_000;

    private final boolean dryRun;
    private final List<RosterRowView> listed = new ArrayList<>();
    private final RowCounts counts = new RowCounts();
    private final Map<String, Integer> noticed = new TreeMap<>();
    private final Map<String, Notice> examples = new HashMap<>();
    private int reinstated;

    RowResults(boolean dryRun) {
        this.dryRun = dryRun;
    }

    void add(List<JudgedRow> results) {
        for (JudgedRow result : results) {
            RosterRowView row = RosterRowView.of(result, dryRun);
            reinstated += result.verdict() instanceof Verdict.Reinstated ? 1 : 0;
            row.notices().forEach(this::count);
            counts.add(row.outcome(), 1);
            if (counts.rows() <= MAX_LISTED_ROWS || row.outcome() != RowOutcome.RECORDED) {
                listed.add(row);
            }
            if (counts.rows() == MAX_LISTED_ROWS + 1) {
                listed.removeIf(earlier -> earlier.outcome() == RowOutcome.RECORDED);
            }
        }
    }

    private void count(Notice notice) {
        noticed.merge(notice.code(), 1, Integer::sum);
        examples.putIfAbsent(notice.code(), notice);
    }

    boolean isEmpty() {
        return counts.rows() == 0;
    }

    RowCounts counts() {
        return counts;
    }

    /// @param id null in a dry run of a roster that was never posted
    /// @param ofWhole notices about the roster as a whole
    RosterView toView(
            @Nullable UUID id, String externalId, Roster.Status status, List<Notice> ofWhole) {
        List<RosterRowView> results = Violations.ofResults(listed, RosterRowView::errors);
        return new RosterView(
                id,
                externalId,
                status,
                dryRun,
                counts.rows(),
                counts.of(RowOutcome.RECORDED),
                reinstated,
                counts.of(RowOutcome.DUPLICATE),
                counts.of(RowOutcome.WITHDRAWN),
                counts.of(RowOutcome.CONFLICT),
                counts.of(RowOutcome.HELD),
                counts.of(RowOutcome.REJECTED),
                Stream.concat(ofWhole.stream(), summary()).toList(),
                results,
                listed.size() - results.size());
    }

    /// Notices of rows that are not listed are summed up.
    private Stream<Notice> summary() {
        return counts.rows() <= MAX_LISTED_ROWS
                ? Stream.empty()
                : noticed.entrySet().stream()
                        .map(each -> examples.get(each.getKey()).inRows(each.getValue()));
    }
}
