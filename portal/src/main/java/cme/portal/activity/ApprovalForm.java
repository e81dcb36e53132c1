package cme.portal.activity;

import cme.portal.catalog.Activity;
import cme.portal.page.Typed;
import jakarta.ws.rs.FormParam;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The form of an approval as the clerk filled it in.
public class ApprovalForm {
    @FormParam("purpose")
    @Nullable String purpose;

    @FormParam("procedures")
    @Nullable List<String> procedures;

    @FormParam("from")
    @Nullable String from;

    @FormParam("until")
    @Nullable String until;

    @FormParam("reason")
    @Nullable String reason;

    /// The revision of the activity that was seen.
    @FormParam("revision")
    int revision;

    /// A form to begin with.
    static ApprovalForm blank(Activity activity, LocalDate today) {
        var form = new ApprovalForm();
        form.from = today.toString();
        form.revision = activity.revision();
        return form;
    }

    /// The form with the approval as it is, to be changed.
    static ApprovalForm of(Activity activity, Activity.Approval approval) {
        var form = new ApprovalForm();
        form.purpose = approval.purpose();
        form.procedures = approval.procedures();
        form.from = approval.from().toString();
        form.until = approval.until() == null ? null : approval.until().toString();
        form.revision = activity.revision();
        return form;
    }

    String purpose() {
        return Typed.text(purpose);
    }

    List<String> procedures() {
        return procedures == null ? List.of() : procedures;
    }

    String from() {
        return Typed.text(from);
    }

    String until() {
        return Typed.text(until);
    }

    String reason() {
        return Typed.text(reason);
    }

    /// Every fault that the form itself can see.
    List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        if (purpose().isEmpty()) {
            faults.add(new Fault("purpose", "Say what it is approved for."));
        }
        if (purpose().equals("TRACER") && procedures().isEmpty()) {
            faults.add(new Fault("procedures", "Choose the tracer procedures that it fits."));
        }
        if (from().isEmpty()) {
            faults.add(new Fault("from", "Say the first day that it covers."));
        } else if (day(from()) == null) {
            faults.add(new Fault("from", "This is no day."));
        }
        if (!until().isEmpty() && day(until()) == null) {
            faults.add(new Fault("until", "This is no day; leave it empty for no end."));
        }
        return faults;
    }

    /// @throws NullPointerException if there are faults
    Activity.ApprovalRequest request() {
        return new Activity.ApprovalRequest(
                purpose(),
                purpose().equals("TRACER") ? procedures() : List.of(),
                Objects.requireNonNull(day(from())),
                day(until()),
                reason().isEmpty() ? null : reason());
    }

    static @Nullable LocalDate day(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException _) {
            return null;
        }
    }
}
