package cme.catalog.editing;

import cme.catalog.activity.Activity;
import cme.catalog.activity.Activity.Status;
import cme.catalog.activity.ActivityCode;
import cme.catalog.activity.ActivityFields;
import cme.catalog.activity.ActivityType;
import cme.catalog.activity.ActivityView.CapView;
import cme.catalog.activity.ActivityView.RetirementView;
import cme.catalog.activity.Approval.Purpose;
import cme.catalog.activity.Description.Cap;
import cme.catalog.activity.Description.CreditsPer;
import cme.catalog.activity.Description.OncePer;
import cme.catalog.activity.Draft;
import cme.chassis.json.Fields;
import cme.chassis.json.JsonBody;
import cme.chassis.problem.Violation;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The request to put an activity. A client may send back the answer that it read: fields that this
/// request cannot change must then have their current values.
///
/// @param status null when it was not sent
/// @param approvals ids of the approvals that were sent; null when they were not
/// @param reason why it is changed; null when it was not sent
record ActivityRequest(
        Draft draft,
        @Nullable Status status,
        @Nullable List<String> approvals,
        @Nullable String reason) {

    static final int MAX_REASON = 1_000;

    static ActivityRequest read(JsonBody body, ActivityCode code) {
        return body.read(
                fields -> {
                    Cap cap =
                            fields.object(
                                    "cap", inner -> ActivityFields.cap(inner, "group", "credits"));
                    Draft draft = ActivityFields.draft(fields, cap);
                    ActivityFields.report(fields, draft.flaws());
                    sameCode(fields, code);
                    ignored(fields);
                    return new ActivityRequest(
                            draft,
                            fields.oneOf("status", Status.class),
                            body.root().has("approvals") ? approvals(fields) : null,
                            fields.text("reason", MAX_REASON));
                });
    }

    private static void sameCode(Fields fields, ActivityCode code) {
        String sent = fields.text("code", ActivityFields.MAX_CODE);
        if (sent != null && !sent.equals(code.value())) {
            fields.violation("code", "code.differs", "The path says %s.".formatted(code));
        }
    }

    /// The catalog sets these. They are not compared, because If-Match does that.
    private static void ignored(Fields fields) {
        fields.integer("revision", 1, Integer.MAX_VALUE);
        fields.instant("updatedAt");
        fields.object(
                "retirement",
                inner -> {
                    inner.date("on");
                    return String.valueOf(inner.text("reason", MAX_REASON));
                });
    }

    private static List<String> approvals(Fields fields) {
        return fields.objects(
                "approvals",
                Activity.MAX_APPROVALS,
                inner -> {
                    inner.text("purpose", 100);
                    inner.texts("procedures", 100, 100);
                    inner.date("from");
                    inner.date("until");
                    return String.valueOf(inner.text("id", 100));
                });
    }

    /// One violation each when the request names another status or other approvals than the
    /// activity has.
    List<Violation> contradictions(Activity activity) {
        Status now = activity.status();
        var violations = new ArrayList<Violation>();
        if (status != null && status != now) {
            violations.add(
                    new Violation(
                            "/status",
                            "status.read-only",
                            "It is %s. Approvals and retirement change it.".formatted(now)));
        }
        List<String> ids = activity.approvals().stream().map(a -> a.id().toString()).toList();
        if (approvals != null && !new HashSet<>(approvals).equals(new HashSet<>(ids))) {
            violations.add(
                    new Violation(
                            "/approvals",
                            "approvals.read-only",
                            "Post to approvals or delete one of them to change them."));
        }
        return List.copyOf(violations);
    }

    /// The description of the request in the API.
    @Schema(name = "ActivityRequest")
    record Body(
            @Schema(maxLength = 300) String title,
            @Schema(description = "Code of a provider") String provider,
            ActivityType type,
            @Nullable String url,
            @Schema(description = "Quarters, at most 999.75") @Nullable BigDecimal credits,
            @Schema(description = "A part of the credits")
                    @Nullable BigDecimal patientSafetyCredits,
            @Schema(
                            description =
                                    "Only the board confirms; true unless it says otherwise when the"
                                            + " board sends credits")
                    @Nullable Boolean creditsConfirmed,
            @Schema(description = "As is usual for the type when it is not sent")
                    @Nullable OncePer oncePer,
            @Schema(
                            description =
                                    "ACTIVITY for a meeting of several days whose credits are those of"
                                            + " the whole meeting; COMPLETION when it is not sent")
                    @Nullable CreditsPer creditsPer,
            @Schema(description = "The same for all activities of the group") @Nullable CapView cap,
            @Nullable LocalDate offeredFrom,
            @Nullable LocalDate offeredUntil,
            @Schema(
                            description =
                                    "How long it takes a learner, in hours and minutes (ISO 8601)",
                            examples = "PT1H30M")
                    @Nullable String duration,
            @Schema(description = "Why; shown in the history") @Nullable String reason,
            @Schema(description = "As the path says it") @Nullable String code,
            @Schema(description = "As it is; approvals and retirement change it")
                    @Nullable Status status,
            @Schema(description = "As they are, compared by their ids")
                    @Nullable List<SentApproval> approvals,
            @Schema(description = "Not looked at") @Nullable RetirementView retirement,
            @Schema(description = "Not looked at; If-Match names the revision that was seen")
                    @Nullable Integer revision,
            @Schema(description = "Not looked at") @Nullable Instant updatedAt) {

        static final String EXAMPLE =
                """
                {"title": "Annual meeting 2026", "provider": "ASPS", "type": "MEETING",
                 "credits": 60, "patientSafetyCredits": 12,
                 "offeredFrom": "2026-10-09", "offeredUntil": "2026-10-12"}""";
    }

    /// An approval as it was read.
    @Schema(name = "SentApproval")
    record SentApproval(
            @Nullable String id,
            @Nullable Purpose purpose,
            @Nullable List<String> procedures,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {}
}
