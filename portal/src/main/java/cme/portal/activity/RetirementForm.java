package cme.portal.activity;

import cme.portal.catalog.Activity;
import jakarta.ws.rs.FormParam;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The form of a retirement as the clerk filled it in. Its fields have names of their own, since
/// another form of the page has a reason too.
public class RetirementForm {
    @FormParam("on")
    @Nullable String on;

    @FormParam("retirementReason")
    @Nullable String reason;

    /// The revision of the activity that was seen.
    @FormParam("revision")
    int revision;

    String on() {
        return on == null ? "" : on.strip();
    }

    String reason() {
        return reason == null ? "" : reason.strip();
    }

    List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        if (ApprovalForm.day(on()) == null) {
            faults.add(new Fault("on", "Say the last day on which it can be completed."));
        }
        if (reason().isEmpty()) {
            faults.add(new Fault("retirementReason", "Say why; it stands in the history."));
        }
        return faults;
    }

    /// @throws NullPointerException if there are faults
    Activity.Retirement request() {
        LocalDate day = Objects.requireNonNull(ApprovalForm.day(on()));
        return new Activity.Retirement(day, reason());
    }
}
