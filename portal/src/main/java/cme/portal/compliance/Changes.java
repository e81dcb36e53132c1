package cme.portal.compliance;

import cme.portal.services.Absent;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a standing and findings change.
///
/// @param standing Null when it stays
/// @param findings Those of another state or amount
public record Changes(@Nullable OfStanding standing, List<OfFinding> findings) {
    public Changes {
        findings = Absent.list(findings);
    }

    /// A standing before and after.
    public record OfStanding(String before, String after) {}

    /// A finding before and after.
    ///
    /// @param cycleStartYear Of the cycle of the due year: two cycles have the same
    public record OfFinding(
            String requirement,
            int cycleStartYear,
            int dueYear,
            @Nullable String stateBefore,
            @Nullable String stateAfter,
            @Nullable BigDecimal earnedBefore,
            @Nullable BigDecimal earnedAfter) {}
}
