package cme.portal.status;

import cme.portal.compliance.Recommendations;
import cme.portal.page.Formats;
import cme.portal.page.Query;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The plan for the open requirements: the fewest activities that close them, or else those that
/// help most.
///
/// @param whatIf the what-if page with these activities chosen
/// @param note what stays open, or that no smaller plan was proven; null where there is nothing
public record PlanBox(
        String title, List<Step> steps, @Nullable String note, @Nullable String whatIf) {

    /// @param facts such as `IHI · 10 credits · 2 hours`
    public record Step(String code, String title, String facts, @Nullable String until) {}

    /// Null when nothing is open.
    static @Nullable PlanBox of(Recommendations help, Formats formats) {
        Recommendations.Plan plan = help.plan();
        return switch (plan.outcome()) {
            case "NOTHING_OPEN" -> null;
            case "SMALLEST", "NOT_PROVEN_SMALLEST" -> planned(help, plan, formats);
            default -> helping(help, formats);
        };
    }

    private static PlanBox planned(
            Recommendations help, Recommendations.Plan plan, Formats formats) {
        int size = plan.activities().size();
        String closes = plan.leavesOpen().isEmpty() ? " what is open" : " a part of what is open";
        return new PlanBox(
                size == 1
                        ? "One activity closes" + closes
                        : formats.count(size) + " activities close" + closes,
                plan.activities().stream()
                        .map(
                                step ->
                                        new Step(
                                                step.activity(),
                                                step.title(),
                                                facts(
                                                        step.provider(),
                                                        step.credits(),
                                                        step.creditsConfirmed(),
                                                        step.duration(),
                                                        formats),
                                                step.offeredUntil() == null
                                                        ? null
                                                        : formats.date(step.offeredUntil())))
                        .toList(),
                plan.leavesOpen().isEmpty() ? null : rest(help),
                whatIf(
                        help.diplomateId(),
                        plan.activities().stream().map(Recommendations.Step::activity).toList()));
    }

    private static String rest(Recommendations help) {
        String why = obstacles(help);
        return why == null ? "The rest needs more than activities." : why;
    }

    private static PlanBox helping(Recommendations help, Formats formats) {
        List<Step> steps =
                help.findings().stream()
                        .flatMap(finding -> finding.activities().stream())
                        .map(
                                one ->
                                        new Step(
                                                one.activity(),
                                                one.title(),
                                                facts(
                                                        one.provider(),
                                                        one.credits(),
                                                        one.creditsConfirmed(),
                                                        one.duration(),
                                                        formats),
                                                one.offeredUntil() == null
                                                        ? null
                                                        : formats.date(one.offeredUntil())))
                        .distinct()
                        .limit(3)
                        .toList();
        if (steps.isEmpty()) {
            return new PlanBox(
                    "No activity of the catalog closes this alone",
                    List.of(),
                    obstacles(help),
                    null);
        }
        return new PlanBox(
                "These activities help most",
                steps,
                obstacles(help),
                whatIf(help.diplomateId(), List.of(steps.getFirst().code())));
    }

    private static @Nullable String obstacles(Recommendations help) {
        List<String> sentences =
                help.findings().stream()
                        .map(Recommendations.FindingHelp::obstacle)
                        .filter(obstacle -> obstacle != null)
                        .distinct()
                        .map(
                                obstacle ->
                                        switch (obstacle) {
                                            case "WINDOW_CLOSED" ->
                                                    "A deadline has passed; only the board can"
                                                            + " still decide about it.";
                                            case "TRACER_PROCEDURE_MISSING" ->
                                                    "The tracer procedure has to be on record"
                                                            + " first; the board's office enters"
                                                            + " it.";
                                            default ->
                                                    "For a part of it the catalog has no activity"
                                                            + " that would count.";
                                        })
                        .toList();
        return sentences.isEmpty() ? null : String.join(" ", sentences);
    }

    private static String facts(
            String provider,
            BigDecimal credits,
            boolean confirmed,
            @Nullable String duration,
            Formats formats) {
        List<String> facts = new ArrayList<>();
        facts.add(provider);
        facts.add(confirmed ? formats.creditsInWords(credits) : "credits not confirmed");
        if (duration != null) {
            facts.add(howLong(duration, formats));
        }
        return String.join(" · ", facts);
    }

    private static String howLong(String iso, Formats formats) {
        try {
            Duration duration = Duration.parse(iso);
            return duration.toHours() > 0
                    ? formats.count(duration.toHours(), "hour", "hours")
                    : formats.count(duration.toMinutes(), "minute", "minutes");
        } catch (DateTimeParseException _) {
            return iso;
        }
    }

    private static String whatIf(String diplomateId, List<String> activities) {
        Query query = Query.of(StatusAddress.path(diplomateId) + "/what-if");
        for (String code : activities) {
            query = query.and("activity", code);
        }
        return query.toString();
    }
}
