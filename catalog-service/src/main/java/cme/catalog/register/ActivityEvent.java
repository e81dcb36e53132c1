package cme.catalog.register;

import cme.catalog.activity.ActivityType;
import cme.catalog.activity.Approval;
import cme.catalog.activity.Cap;
import cme.catalog.activity.Credits;
import cme.catalog.activity.OncePer;
import cme.catalog.activity.ProcedureCode;
import cme.catalog.activity.Purpose;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The value of an event: the whole state of an activity after a change. Every field is present,
/// with null where there is nothing.
@JsonPropertyOrder({
    "code",
    "title",
    "provider",
    "type",
    "url",
    "credits",
    "patientSafetyCredits",
    "creditsConfirmed",
    "oncePer",
    "cap",
    "offeredFrom",
    "offeredUntil",
    "status",
    "approvals",
    "revision",
    "recordedAt",
    "recordedBy"
})
record ActivityEvent(
        String code,
        String title,
        String provider,
        ActivityType type,
        @Nullable String url,
        @Nullable BigDecimal credits,
        @Nullable BigDecimal patientSafetyCredits,
        boolean creditsConfirmed,
        OncePer oncePer,
        @Nullable CapPart cap,
        @Nullable LocalDate offeredFrom,
        @Nullable LocalDate offeredUntil,
        Status status,
        List<ApprovalPart> approvals,
        int revision,
        Instant recordedAt,
        String recordedBy) {

    record CapPart(String group, BigDecimal credits) {

        static @Nullable CapPart of(@Nullable Cap cap) {
            return cap == null ? null : new CapPart(cap.group(), cap.credits().amount());
        }
    }

    record ApprovalPart(
            UUID id,
            Purpose purpose,
            List<String> procedures,
            LocalDate from,
            @Nullable LocalDate until) {

        static ApprovalPart of(Approval approval) {
            return new ApprovalPart(
                    approval.id(),
                    approval.purpose(),
                    approval.procedures().stream().map(ProcedureCode::value).toList(),
                    approval.span().from(),
                    approval.span().until());
        }
    }

    static ActivityEvent of(Entry entry) {
        var activity = entry.activity();
        var said = activity.description();
        return new ActivityEvent(
                activity.code().value(),
                said.title(),
                said.provider().value(),
                said.type(),
                said.url(),
                amount(said.credits()),
                amount(said.patientSafetyCredits()),
                said.creditsConfirmed(),
                said.oncePer(),
                CapPart.of(said.cap()),
                said.offeredFrom(),
                said.offeredUntil(),
                Status.of(activity),
                activity.approvals().stream().map(ApprovalPart::of).toList(),
                entry.revision(),
                entry.recordedAt(),
                entry.recordedBy());
    }

    private static @Nullable BigDecimal amount(@Nullable Credits credits) {
        return credits == null ? null : credits.amount();
    }
}
