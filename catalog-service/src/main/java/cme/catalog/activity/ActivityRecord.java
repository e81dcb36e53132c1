package cme.catalog.activity;

import cme.catalog.activity.Activity.Retirement;
import cme.catalog.activity.Activity.Status;
import cme.catalog.activity.Description.Cap;
import cme.catalog.activity.Description.CreditsPer;
import cme.catalog.activity.Description.OncePer;
import cme.chassis.database.RevisedRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The row of an activity, without its approvals. The database keeps the search words of the row.
@Entity
@Table(name = "activity")
class ActivityRecord extends RevisedRecord {

    @Id private String code;
    private String title;
    private String provider;

    @Enumerated(EnumType.STRING)
    private ActivityType type;

    private @Nullable String url;
    private @Nullable BigDecimal credits;

    @Column(name = "patient_safety_credits")
    private @Nullable BigDecimal patientSafetyCredits;

    @Column(name = "credits_confirmed")
    private boolean creditsConfirmed;

    @Enumerated(EnumType.STRING)
    @Column(name = "once_per")
    private OncePer oncePer;

    @Enumerated(EnumType.STRING)
    @Column(name = "credits_per")
    private CreditsPer creditsPer;

    @Column(name = "cap_group")
    private @Nullable String capGroup;

    @Column(name = "offered_from")
    private @Nullable LocalDate offeredFrom;

    @Column(name = "offered_until")
    private @Nullable LocalDate offeredUntil;

    @Column(name = "duration_minutes")
    private @Nullable Integer durationMinutes;

    @Enumerated(EnumType.STRING)
    private Status status;

    @Column(name = "retired_on")
    private @Nullable LocalDate retiredOn;

    @Column(name = "retirement_reason")
    private @Nullable String retirementReason;

    /// For Hibernate.
    ActivityRecord() {}

    ActivityRecord(ActivityCode code) {
        this.code = code.value();
    }

    /// Takes over the state of the activity as the next revision.
    void change(Activity activity, Instant now, String by) {
        describe(activity.beforeRetirement().description());
        status = activity.status();
        Retirement retirement =
                switch (activity) {
                    case Activity.Current _ -> null;
                    case Activity.Retired retired -> retired.retirement();
                };
        retiredOn = retirement == null ? null : retirement.on();
        retirementReason = retirement == null ? null : retirement.reason();
        recorded(now, by);
    }

    private void describe(Description description) {
        title = description.title();
        provider = description.provider().value();
        type = description.type();
        url = description.url();
        credits = Credits.amount(description.credits());
        patientSafetyCredits = Credits.amount(description.patientSafetyCredits());
        creditsConfirmed = description.creditsConfirmed();
        oncePer = description.oncePer();
        creditsPer = description.creditsPer();
        Cap cap = description.cap();
        capGroup = cap == null ? null : cap.group();
        offeredFrom = description.offeredFrom();
        offeredUntil = description.offeredUntil();
        durationMinutes = LearningTime.minutes(description.duration());
    }

    ActivityRevision revisionOf(Activity activity) {
        return new ActivityRevision(activity, revision(), recordedAt(), recordedBy());
    }
}
