package cme.chassis.chain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What a check of everything has looked at and found so far.
final class VerificationProgress {

    private static final int MAX_FINDINGS = 100;

    private final Map<Check.Counted, Long> counts = new EnumMap<>(Check.Counted.class);
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> notCompared = new TreeSet<>();
    private long found;

    void add(Check check, Check.Step step) {
        if (step.isSkipped()) {
            notCompared.add(check.place());
        }
        counts.merge(check.counted(), step.checked(), Long::sum);
        found += step.findings().size();
        step.findings().stream().limit(MAX_FINDINGS - findings.size()).forEach(findings::add);
    }

    long of(Check.Counted counted) {
        return counts.getOrDefault(counted, 0L);
    }

    long found() {
        return found;
    }

    /// The tables and topics that could not be read.
    Set<String> notCompared() {
        return Set.copyOf(notCompared);
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }
}
