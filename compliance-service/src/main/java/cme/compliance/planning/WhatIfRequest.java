package cme.compliance.planning;

import cme.chassis.json.Fields;
import cme.compliance.ComplianceConfig;
import cme.compliance.Dates;
import cme.compliance.rules.Activity;
import cme.compliance.rules.Completion.Subject;
import cme.compliance.rules.Credits;
import cme.compliance.rules.WhatIf;
import cme.compliance.rules.WhatIf.SupposedCompletion;
import cme.compliance.rules.WhatIf.SupposedTracer;
import cme.compliance.tracer.TracerRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Completions, tracers, pathways and decisions supposed in addition to the recorded ones.
@Schema(name = "WhatIfRequest")
record WhatIfRequest(
        @Schema(implementation = CompletionSchema[].class) List<SupposedCompletion> completions,
        @Schema(implementation = TracerSchema[].class) List<SupposedTracer> tracers,
        @Schema(implementation = SupposedPathway[].class) List<SupposedPathway> pathways,
        @Schema(implementation = SupposedDecision[].class) List<SupposedDecision> decisions) {

    private static final BigDecimal MAX_CREDITS = new BigDecimal("999.75");
    private static final BigDecimal FOUR = BigDecimal.valueOf(4);
    private static final int MAX_DUE_YEAR = 99;
    private static final int MAX_SESSION = 64;
    private static final int MAX_PATHWAYS = 20;
    private static final int MAX_DECISIONS = 20;

    @Schema(name = "SupposedCompletion", description = "With an activity or a title, not both")
    private record CompletionSchema(
            @Nullable String activity,
            @Nullable String title,
            @Schema(
                            description =
                                    "The part of the activity on that day. Completions of different"
                                            + " sessions add up",
                            maxLength = 64,
                            examples = "Morning session")
                    @Nullable String session,
            LocalDate completedOn,
            BigDecimal credits,
            @Nullable BigDecimal patientSafetyCredits) {}

    @Schema(name = "SupposedTracer")
    private record TracerSchema(int dueYear, String procedure, @Nullable LocalDate completedOn) {}

    /// Reads it and reports every violation; an incomplete item is null, as the request is refused
    /// anyway.
    static WhatIfRequest read(Fields fields, ComplianceConfig.WhatIf limits) {
        List<SupposedCompletion> completions =
                fields.objects("completions", limits.maxCompletions(), WhatIfRequest::completion);
        List<SupposedTracer> tracers =
                fields.objects("tracers", limits.maxTracers(), WhatIfRequest::tracer);
        List<SupposedPathway> pathways =
                fields.objects("pathways", MAX_PATHWAYS, SupposedPathway::read);
        List<SupposedDecision> decisions =
                fields.objects("decisions", MAX_DECISIONS, SupposedDecision::read);
        return new WhatIfRequest(completions, tracers, pathways, decisions);
    }

    /// The suppositions as the rules take them.
    WhatIf.Supposed at(Instant knownAt) {
        return new WhatIf.Supposed(
                completions,
                tracers,
                pathways.stream().map(pathway -> pathway.at(knownAt)).toList(),
                decisions.stream().map(decision -> decision.at(knownAt)).toList());
    }

    private static @Nullable SupposedCompletion completion(Fields fields) {
        String activity = fields.text("activity", 100);
        String title = fields.text("title", 500);
        String session = fields.text("session", MAX_SESSION);
        if ((activity == null) == (title == null)) {
            fields.violation(
                    "activity", "activity.or-title", "Either activity or title is expected.");
        }
        LocalDate completedOn = fields.required("completedOn", Dates.read(fields, "completedOn"));
        Credits credits = fields.required("credits", credits(fields, "credits"));
        Credits safety = credits(fields, "patientSafetyCredits");
        if (credits != null && credits.quarters() == 0) {
            fields.violation("credits", "credits.range", "More than 0 is expected.");
        }
        if (credits != null && safety != null && safety.compareTo(credits) > 0) {
            fields.violation(
                    "patientSafetyCredits",
                    "patient-safety.over-credits",
                    "The patient-safety part is at most the credits.");
            return null;
        }
        if ((activity == null && title == null) || completedOn == null || credits == null) {
            return null;
        }
        Subject subject =
                activity == null
                        ? new Subject.Titled(title)
                        : new Subject.InCatalog(new Activity.Code(activity));
        return new SupposedCompletion(subject, completedOn, session, credits, safety);
    }

    private static @Nullable Credits credits(Fields fields, String name) {
        BigDecimal number = fields.decimal(name);
        if (number == null) {
            return null;
        }
        if (number.signum() < 0 || number.compareTo(MAX_CREDITS) > 0) {
            fields.violation(name, "credits.range", "At most 999.75, and not below 0.");
            return null;
        }
        if (number.multiply(FOUR).stripTrailingZeros().scale() > 0) {
            fields.violation(name, "credits.increment", "Credits come in steps of 0.25.");
            return null;
        }
        return Credits.of(number);
    }

    private static @Nullable SupposedTracer tracer(Fields fields) {
        Integer dueYear = fields.required("dueYear", fields.integer("dueYear", 1, MAX_DUE_YEAR));
        TracerRequest tracer = TracerRequest.read(fields);
        return dueYear == null || tracer.procedure() == null
                ? null
                : new SupposedTracer(dueYear, tracer.procedure(), tracer.completedOn());
    }
}
