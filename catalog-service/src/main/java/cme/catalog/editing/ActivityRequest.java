package cme.catalog.editing;

import cme.catalog.activity.Activity;
import cme.catalog.activity.ActivityCode;
import cme.catalog.activity.Draft;
import cme.catalog.register.DescriptionFields;
import cme.catalog.register.Status;
import cme.chassis.json.Fields;
import cme.chassis.json.JsonBody;
import cme.chassis.problem.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was put at an activity's path. A client may send back what it has read: the fields that are
/// changed in other ways may be there, as long as they say what is.
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
                    var cap =
                            fields.object(
                                    "cap",
                                    inner -> DescriptionFields.cap(inner, "group", "credits"));
                    var draft = DescriptionFields.read(fields, cap);
                    DescriptionFields.report(fields, draft.flaws());
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
        var sent = fields.text("code", DescriptionFields.MAX_CODE);
        if (sent != null && !sent.equals(code.value())) {
            fields.violation("code", "code.differs", "The path says %s.".formatted(code));
        }
    }

    /// What the register sets. It is not compared: that is what If-Match is for.
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

    /// Where the request wants another status or other approvals than there are.
    List<Violation> contradictions(Status now, Activity activity) {
        var violations = new ArrayList<Violation>();
        if (status != null && status != now) {
            violations.add(
                    new Violation(
                            "/status",
                            "status.read-only",
                            "It is %s. Approvals and retirement change it.".formatted(now)));
        }
        var ids = activity.approvals().stream().map(a -> a.id().toString()).toList();
        if (approvals != null && !new HashSet<>(approvals).equals(new HashSet<>(ids))) {
            violations.add(
                    new Violation(
                            "/approvals",
                            "approvals.read-only",
                            "Post to approvals or delete one of them to change them."));
        }
        return List.copyOf(violations);
    }
}
