package cme.compliance.rules;

import cme.compliance.rules.Finding.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What differs between two statuses of a diplomate in standing and findings.
///
/// @param before null when there was no status before
/// @param findings those whose state or earned amount differs, in the order of the findings; the
///   gone ones last
public record StatusChange(
        @Nullable Standing before, Standing after, List<FindingChange> findings) {

    public StatusChange {
        findings = List.copyOf(findings);
    }

    /// A finding before and after. It comes or goes when the pathway of its due year or the rule
    /// set changes; then the one side is null.
    public record FindingChange(
            Finding.Key finding,
            @Nullable State stateBefore,
            @Nullable State stateAfter,
            @Nullable Amount earnedBefore,
            @Nullable Amount earnedAfter) {

        public boolean stateDiffers() {
            return stateBefore != stateAfter;
        }
    }

    /// As much of a status as is needed to tell a change; small enough to be kept in a table.
    public record Snapshot(Standing standing, List<Entry> findings) {

        public record Entry(Finding.Key finding, State state, Amount earned) {}

        public Snapshot {
            findings = List.copyOf(findings);
        }

        public static Snapshot of(Status status) {
            return new Snapshot(
                    status.standing(),
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
        if (before != null) {
            before.findings().forEach(entry -> gone.put(entry.finding(), entry));
        }
        List<FindingChange> changes = new ArrayList<>();
        for (Snapshot.Entry now : after.findings()) {
            note(gone.remove(now.finding()), now, now.finding(), changes);
        }
        gone.values().forEach(entry -> note(entry, null, entry.finding(), changes));
        return new StatusChange(
                before == null ? null : before.standing(), after.standing(), changes);
    }

    /// Whether the standing or the state of a finding differs: what other systems are told of.
    public boolean any() {
        return before != after || findings.stream().anyMatch(FindingChange::stateDiffers);
    }

    private static void note(
            Snapshot.@Nullable Entry was,
            Snapshot.@Nullable Entry is,
            Finding.Key finding,
            List<FindingChange> changes) {
        FindingChange change =
                new FindingChange(
                        finding,
                        was == null ? null : was.state(),
                        is == null ? null : is.state(),
                        was == null ? null : was.earned(),
                        is == null ? null : is.earned());
        boolean earnedDiffers =
                !java.util.Objects.equals(change.earnedBefore(), change.earnedAfter());
        if (change.stateDiffers() || earnedDiffers) {
            changes.add(change);
        }
    }
}
