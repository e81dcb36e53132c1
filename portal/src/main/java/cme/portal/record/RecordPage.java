package cme.portal.record;

import cme.portal.catalog.TracerProcedure;
import cme.portal.compliance.Changes;
import cme.portal.compliance.Cycle;
import cme.portal.compliance.Decision;
import cme.portal.compliance.Finding;
import cme.portal.compliance.Pathway;
import cme.portal.compliance.RuleSet;
import cme.portal.compliance.Status;
import cme.portal.compliance.Tracer;
import cme.portal.compliance.WhatIf;
import cme.portal.page.Formats;
import cme.portal.page.Look;
import cme.portal.page.Typed;
import cme.portal.page.Words;
import cme.portal.services.Versioned;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The board's record of a diplomate: what is recorded, and the forms to change it.
///
/// @param preview what the filled-in change would do; null unless it was asked for
/// @param problem why the last change was refused; null where it was not
public record RecordPage(
        String diplomateId,
        @Nullable String cycleVersion,
        List<Entry> entries,
        Choices choices,
        Filled filled,
        @Nullable Preview preview,
        List<RecordForm.Fault> faults,
        @Nullable String problem,
        @Nullable String done) {

    /// Something that is recorded.
    ///
    /// @param kind `decision`, `tracer`, `pathway` or `cycle`
    /// @param key names it among those of its kind
    public record Entry(
            String kind,
            String key,
            int revision,
            String title,
            String about,
            @Nullable String why) {}

    public record Option(String value, String label, boolean chosen) {}

    public record Choices(
            List<Option> findings,
            List<Option> verdicts,
            List<Option> years,
            List<Option> procedures,
            List<Option> pathways,
            List<Option> ruleSets) {}

    /// The fields as they were sent.
    public record Filled(
            String kind,
            String finding,
            String verdict,
            String until,
            String reason,
            String dueYear,
            String procedure,
            String completedOn,
            String pathway,
            String from,
            String ruleSet,
            String cycleStartYear,
            String certifiedOn,
            String version) {}

    /// The changes that would follow.
    public record Preview(String title, Look before, Look after, List<String> changes) {}

    /// The record, as the services say it.
    record Known(
            Optional<Versioned<Cycle>> cycle,
            List<Pathway> pathways,
            List<Tracer> tracers,
            List<Decision> decisions,
            Optional<Status> status,
            List<TracerProcedure> procedures,
            List<RuleSet> ruleSets) {

        List<Finding> findings() {
            return status.map(Status::findings).orElse(List.of());
        }

        /// The tag of the entry that the form would replace; empty for something new.
        String version(RecordForm form) {
            Stream<Integer> revisions =
                    switch (form.kind()) {
                        case "decision" ->
                                decisions.stream()
                                        .filter(
                                                one ->
                                                        one.requirement().equals(form.requirement())
                                                                && one.dueYear()
                                                                        == form.findingYear())
                                        .map(Decision::revision);
                        case "tracer" ->
                                tracers.stream()
                                        .filter(one -> one.dueYear() == form.year())
                                        .map(Tracer::revision);
                        case "pathway" ->
                                pathways.stream()
                                        .filter(one -> one.from().equals(RecordForm.day(form.from)))
                                        .map(Pathway::revision);
                        default -> Stream.empty();
                    };
            return revisions.findFirst().map(Versioned::tag).orElse("");
        }
    }

    /// The outcome of the last form.
    record Outcome(
            List<RecordForm.Fault> faults,
            @Nullable String problem,
            @Nullable WhatIf supposed,
            @Nullable String done) {}

    static RecordPage of(
            String diplomateId, Known known, RecordForm form, Outcome outcome, Formats formats) {
        Map<String, String> names =
                known.procedures().stream()
                        .collect(Collectors.toMap(TracerProcedure::code, TracerProcedure::name));
        Filled filled = filled(form, known);
        WhatIf supposed = outcome.supposed();
        return new RecordPage(
                diplomateId,
                known.cycle().map(Versioned::tag).orElse(null),
                RecordEntries.of(known, names, formats),
                choices(known, filled, formats),
                filled,
                supposed == null ? null : preview(supposed, known.status(), formats),
                outcome.faults(),
                outcome.problem(),
                sentence(outcome.done()));
    }

    private static @Nullable String sentence(@Nullable String done) {
        return switch (Typed.text(done)) {
            case "recorded" -> "It is recorded, and counts from now on.";
            case "taken-back" -> "It is taken back. The history keeps both.";
            default -> null;
        };
    }

    private static Preview preview(WhatIf supposed, Optional<Status> now, Formats formats) {
        Changes changes = supposed.changes();
        List<String> sentences =
                changes.findings().stream().map(one -> change(one, formats)).toList();
        return new Preview(
                sentences.isEmpty() ? "Nothing would change." : "This would change:",
                Look.of(now.map(Status::standing).orElse(supposed.standing())),
                Look.of(supposed.standing()),
                sentences);
    }

    private static String change(Changes.OfFinding one, Formats formats) {
        String name = Words.requirement(one.requirement()) + ", year " + one.dueYear() + ": ";
        List<String> parts = new ArrayList<>();
        if (one.stateBefore() == null || one.stateAfter() == null) {
            parts.add(
                    one.stateAfter() == null
                            ? "is not asked any more"
                            : "is asked: " + word(one.stateAfter()));
        } else if (!one.stateBefore().equals(one.stateAfter())) {
            parts.add("from “" + word(one.stateBefore()) + "” to “" + word(one.stateAfter()) + "”");
        }
        if (one.earnedBefore() != null
                && one.earnedAfter() != null
                && one.earnedBefore().compareTo(one.earnedAfter()) != 0) {
            parts.add(
                    formats.shortCredits(one.earnedBefore())
                            + " becomes "
                            + formats.shortCredits(one.earnedAfter()));
        }
        return name + Formats.list(parts) + ".";
    }

    private static String word(String state) {
        return Look.of(state).word();
    }

    private static Choices choices(Known known, Filled filled, Formats formats) {
        return new Choices(
                known.findings().stream()
                        .map(
                                one ->
                                        option(
                                                one.requirement() + ":" + one.dueYear(),
                                                Words.requirement(one.requirement())
                                                        + ", year "
                                                        + one.dueYear()
                                                        + ", "
                                                        + word(one.state())
                                                                .toLowerCase(formats.locale()),
                                                filled.finding()))
                        .toList(),
                List.of("SATISFIED", "WAIVED", "EXTENDED").stream()
                        .map(one -> option(one, Words.verdict(one), filled.verdict()))
                        .toList(),
                known.findings().stream()
                        .filter(one -> one.requirement().equals("tracer-activity"))
                        .map(Finding::dueYear)
                        .distinct()
                        .map(String::valueOf)
                        .map(one -> option(one, "Year " + one, filled.dueYear()))
                        .toList(),
                known.procedures().stream()
                        .map(one -> option(one.code(), one.name(), filled.procedure()))
                        .toList(),
                List.of("SPECIAL_CIRCUMSTANCES", "STANDARD").stream()
                        .map(one -> option(one, Words.pathway(one), filled.pathway()))
                        .toList(),
                known.ruleSets().stream()
                        .map(one -> option(one.id(), one.title(), filled.ruleSet()))
                        .toList());
    }

    private static Option option(String value, String label, String chosen) {
        return new Option(value, label, value.equals(chosen));
    }

    /// The cycle's form begins with what is recorded; the others are empty at first.
    private static Filled filled(RecordForm form, Known known) {
        Optional<Cycle> cycle = known.cycle().map(Versioned::value);
        return new Filled(
                form.kind(),
                Typed.text(form.finding),
                Typed.text(form.verdict),
                Typed.text(form.until),
                Typed.text(form.reason),
                Typed.text(form.dueYear),
                Typed.text(form.procedure),
                Typed.text(form.completedOn),
                Typed.text(form.pathway),
                Typed.text(form.from),
                or(form.ruleSet, cycle.map(Cycle::ruleSet)),
                or(form.cycleStartYear, cycle.map(one -> String.valueOf(one.cycleStartYear()))),
                or(form.certifiedOn, cycle.map(one -> one.certifiedOn().toString())),
                known.version(form));
    }

    private static String or(@Nullable String sent, Optional<String> recorded) {
        return sent == null ? recorded.orElse("") : Typed.text(sent);
    }
}
