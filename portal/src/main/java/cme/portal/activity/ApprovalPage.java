package cme.portal.activity;

import cme.portal.catalog.Activity;
import cme.portal.page.Formats;
import cme.portal.page.Names;
import cme.portal.page.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One approval, to be ended, changed or taken back.
///
/// @param withdrawal where it is taken back
public record ApprovalPage(
        String activity,
        String activityTitle,
        String title,
        String days,
        ApprovalFields fields,
        String withdrawal,
        @Nullable String withdrawalError,
        List<Fault> faults,
        Changes.@Nullable Stale stale) {

    /// @param typed null when the form was not sent
    /// @param seen the revision that the form began with, when the activity has changed since
    record Attempt(@Nullable ApprovalForm typed, List<Fault> faults, @Nullable Integer seen) {}

    static ApprovalPage of(
            Activity activity,
            Activity.Approval approval,
            Names names,
            List<Activity.Revision> revisions,
            Attempt attempt,
            Formats formats) {
        String path = ApprovalFields.action(activity) + "/" + approval.id();
        ApprovalForm form =
                attempt.typed() == null ? ApprovalForm.of(activity, approval) : attempt.typed();
        Integer seen = attempt.seen();
        return new ApprovalPage(
                "/activities/" + activity.code(),
                activity.title(),
                "Approval: " + Words.purpose(approval.purpose()),
                ActivityWords.span(approval.from(), approval.until(), formats),
                ApprovalFields.of(path, form, activity.revision(), names, attempt.faults()),
                path + "/withdrawal",
                Fault.at(attempt.faults(), "withdrawalReason"),
                attempt.faults(),
                seen == null ? null : new Changes(names, formats).since(seen, revisions));
    }
}
