package cme.portal.status;

import cme.portal.compliance.Finding;
import cme.portal.compliance.Status;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Findings made by hand, for what the demo does not have.
final class Findings {
    static final LocalDate DEADLINE = LocalDate.of(2026, 12, 1);

    private Findings() {}

    static Finding credits(String state, String earned) {
        return credits(state, earned, null, null, List.of());
    }

    static Finding credits(
            String state,
            String earned,
            Finding.@Nullable Late late,
            Finding.@Nullable Decision decision,
            List<Finding.NotCounted> notCounted) {
        BigDecimal has = new BigDecimal(earned);
        BigDecimal required = new BigDecimal("150");
        return new Finding(
                "cme-total",
                "150 CME credits",
                6,
                DEADLINE,
                new Finding.Window(LocalDate.of(2023, 12, 2), DEADLINE),
                state,
                "CREDIT",
                required,
                has,
                required.subtract(has).max(BigDecimal.ZERO),
                null,
                late,
                List.of(),
                decision,
                null,
                List.of(
                        new Finding.Counted(
                                "c1",
                                "ASPS-ANNUAL-2024",
                                null,
                                null,
                                LocalDate.of(2024, 10, 12),
                                has)),
                notCounted);
    }

    static Finding activity(String requirement, String state, List<String> missing) {
        return new Finding(
                requirement,
                "an activity",
                6,
                DEADLINE,
                new Finding.Window(LocalDate.of(2023, 12, 2), DEADLINE),
                state,
                "ACTIVITY",
                BigDecimal.ONE,
                BigDecimal.ZERO,
                BigDecimal.ONE,
                null,
                null,
                missing,
                null,
                null,
                List.of(),
                List.of());
    }

    /// The same with another deadline, as an extension gives it.
    static Finding due(Finding one, LocalDate deadline) {
        return new Finding(
                one.requirement(),
                one.title(),
                one.dueYear(),
                deadline,
                one.window(),
                one.state(),
                one.unit(),
                one.required(),
                one.earned(),
                one.remaining(),
                one.metOn(),
                one.late(),
                one.missing(),
                one.decision(),
                one.procedure(),
                one.counted(),
                one.notCounted());
    }

    /// A completion of title `Grand rounds` that does not count.
    static Finding.NotCounted notCounted(
            String reason, @Nullable Integer usedIn, @Nullable String lost) {
        return new Finding.NotCounted(
                "c2",
                null,
                "Grand rounds",
                null,
                LocalDate.of(2025, 3, 2),
                reason,
                null,
                usedIn,
                lost == null ? null : new BigDecimal(lost));
    }

    static Status status(String standing, String pathway, Finding... findings) {
        return new Status(
                "020099",
                LocalDate.of(2026, 11, 29),
                Instant.parse("2026-11-29T19:00:00Z"),
                "abps-cc-10y",
                1,
                new Status.CyclePosition(2021, 2030, 6),
                pathway,
                standing,
                "On track: the next window opens on 2026-12-02.",
                DEADLINE,
                null,
                new Status.Basis(0, null),
                List.of(findings),
                List.of());
    }
}
