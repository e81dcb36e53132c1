package cme.compliance.activity;

import cme.compliance.rules.Activity;
import cme.compliance.rules.Activity.Approval;
import cme.compliance.rules.Activity.Cap;
import cme.compliance.rules.Activity.CreditsPer;
import cme.compliance.rules.Activity.OncePer;
import cme.compliance.rules.Activity.Purpose;
import cme.compliance.rules.Credits;
import cme.compliance.rules.ProcedureCode;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One revision of an activity from the catalog. Fields that this service does not need are
/// ignored.
@JsonIgnoreProperties(ignoreUnknown = true)
record ActivityEvent(
        String code,
        String title,
        String provider,
        Activity.Type type,
        @Nullable String url,
        @Nullable BigDecimal credits,
        @Nullable BigDecimal patientSafetyCredits,
        boolean creditsConfirmed,
        OncePer oncePer,
        @Nullable CreditsPer creditsPer,
        @Nullable CapEvent cap,
        @Nullable LocalDate offeredFrom,
        @Nullable LocalDate offeredUntil,
        @Nullable String duration,
        Activity.Status status,
        List<ApprovalEvent> approvals,
        int revision,
        Instant recordedAt,
        @Nullable String recordedBy) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record CapEvent(String group, BigDecimal credits) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record ApprovalEvent(
            Purpose purpose,
            @Nullable List<String> procedures,
            LocalDate from,
            @Nullable LocalDate until) {

        Approval approval() {
            List<String> codes = procedures == null ? List.<String>of() : procedures;
            return new Approval(
                    Objects.requireNonNull(purpose, "purpose is missing"),
                    codes.stream().map(ProcedureCode::new).collect(Collectors.toSet()),
                    Objects.requireNonNull(from, "from is missing"),
                    until);
        }
    }

    ActivityEvent {
        Objects.requireNonNull(code, "code is missing");
        Objects.requireNonNull(title, "title is missing");
        Objects.requireNonNull(provider, "provider is missing");
        Objects.requireNonNull(type, "type is missing");
        Objects.requireNonNull(oncePer, "oncePer is missing");
        Objects.requireNonNull(status, "status is missing");
        Objects.requireNonNull(recordedAt, "recordedAt is missing");
        creditsPer = creditsPer == null ? CreditsPer.COMPLETION : creditsPer;
        approvals = approvals == null ? List.of() : List.copyOf(approvals);
        if (revision < 1) {
            throw new IllegalArgumentException("revision is below 1");
        }
    }

    Activity.Code activityCode() {
        return new Activity.Code(code);
    }

    /// @throws IllegalArgumentException if the rules do not accept a part of it
    /// @throws NullPointerException if a part of it is missing
    Activity.Revision forRules() {
        return forRules(recordedAt);
    }

    /// @param knownSince the instant from which the rules look at it
    Activity.Revision forRules(Instant knownSince) {
        return new Activity.Revision(
                revision,
                title,
                provider,
                type,
                credits(credits),
                credits(patientSafetyCredits),
                creditsConfirmed,
                oncePer,
                creditsPer,
                cap == null ? null : new Cap(cap.group(), Credits.of(cap.credits())),
                offeredFrom,
                offeredUntil,
                status,
                approvals.stream().map(ApprovalEvent::approval).toList(),
                knownSince);
    }

    private static @Nullable Credits credits(@Nullable BigDecimal credits) {
        return credits == null ? null : Credits.of(credits);
    }
}
