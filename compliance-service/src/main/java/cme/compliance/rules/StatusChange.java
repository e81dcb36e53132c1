package cme.compliance.rules;

import cme.compliance.rules.Finding.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The differences between two statuses of a diplomate in standing and findings.
///
/// @param before null when there was no status before
/// @param findings those whose state or earned amount differs, in the order of the findings; the
///   gone ones last
public record StatusChange(
        @Nullable Standing before, Standing after, List<FindingChange> findings) {

    public StatusChange {
        findings = List.copyOf(findings);
    }

    /// A finding before and after. It appears or disappears when the pathway of its due year, the
    /// rule set or the cycle changes; then one side is null.
    ///
    /// @param cycleStartYear of the cycle of its due year: two cycles have the same due years
    public record FindingChange(
            int cycleStartYear,
            Finding.Key finding,
            @Nullable State stateBefore,
            @Nullable State stateAfter,
            @Nullable Amount earnedBefore,
            @Nullable Amount earnedAfter) {

        public boolean stateDiffers() {
            return stateBefore != stateAfter;
        }
    }

    /// The part of a status that is needed to find a change; small enough to be kept in a table.
    ///
    /// @param cycleStartYear of the cycle that the findings are of
    public record Snapshot(Standing standing, int cycleStartYear, List<Entry> findings) {

        public record Entry(Finding.Key finding, State state, Amount earned) {}

        public Snapshot {
            findings = List.copyOf(findings);
        }

        public static Snapshot of(Status status) {
            return new Snapshot(
                    status.standing(),
                    status.cycle().startYear(),
                    status.findings().stream()
                            .map(f -> new Entry(f.key(), f.state(), f.earned()))
                            .toList());
        }
    }

    public static StatusChange between(@Nullable Status before, Status after) {
        return between(before == null ? null : Snapshot.of(before), Snapshot.of(after));
    }

    public static StatusChange between(@Nullable Snapshot before, Snapshot after) {
        Map<Finding.Key, Snapshot.Entry> gone = new LinkedHashMap<>();
        boolean sameCycle = before != null && before.cycleStartYear() == after.cycleStartYear();
        if (before != null) {
            before.findings().forEach(entry -> gone.put(entry.finding(), entry));
        }
        List<FindingChange> changes = new ArrayList<>();
        for (Snapshot.Entry now : after.findings()) {
            Snapshot.Entry was = sameCycle ? gone.remove(now.finding()) : null;
            note(after.cycleStartYear(), was, now, now.finding(), changes);
        }
        if (before != null) {
            int cycle = before.cycleStartYear();
            gone.values().forEach(was -> note(cycle, was, null, was.finding(), changes));
        }
        return new StatusChange(
                before == null ? null : before.standing(), after.standing(), changes);
    }

    /// Whether the standing or the state of a finding differs; other systems are told of these
    /// changes.
    public boolean any() {
        return before != after || findings.stream().anyMatch(FindingChange::stateDiffers);
    }

    private static void note(
            int cycleStartYear,
            Snapshot.@Nullable Entry was,
            Snapshot.@Nullable Entry is,
            Finding.Key finding,
            List<FindingChange> changes) {
        FindingChange change =
                new FindingChange(
                        cycleStartYear,
                        finding,
                        was == null ? null : was.state(),
                        is == null ? null : is.state(),
                        was == null ? null : was.earned(),
                        is == null ? null : is.earned());
        boolean earnedDiffers = !Objects.equals(change.earnedBefore(), change.earnedAfter());
        if (change.stateDiffers() || earnedDiffers) {
            changes.add(change);
        }
    }
}
