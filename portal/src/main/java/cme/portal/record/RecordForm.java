package cme.portal.record;

import cme.portal.compliance.Cycle;
import cme.portal.compliance.Decision;
import cme.portal.compliance.Pathway;
import cme.portal.compliance.Tracer;
import cme.portal.compliance.WhatIf;
import cme.portal.page.Typed;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/// The form of a change as the clerk filled it in, of one kind; the fields of other kinds are
/// empty.
public class RecordForm {

    /// A wrong field and what is wrong with it.
    public record Fault(String field, String sentence) {}

    @RestForm @Nullable String kind;
    @RestForm @Nullable String step;

    /// The `ETag` of what is changed; empty for something new.
    @RestForm @Nullable String version;

    /// Requirement and due year, such as `cme-total:6`.
    @RestForm @Nullable String finding;

    @RestForm @Nullable String verdict;
    @RestForm @Nullable String until;
    @RestForm @Nullable String reason;
    @RestForm @Nullable String dueYear;
    @RestForm @Nullable String procedure;
    @RestForm @Nullable String completedOn;
    @RestForm @Nullable String pathway;
    @RestForm @Nullable String from;
    @RestForm @Nullable String ruleSet;
    @RestForm @Nullable String cycleStartYear;
    @RestForm @Nullable String certifiedOn;

    String kind() {
        return Typed.text(kind);
    }

    boolean isPreview() {
        return "preview".equals(step);
    }

    /// Null for something new, as the services want it.
    @Nullable String ifMatch() {
        return Typed.text(version).isEmpty() ? null : version;
    }

    String requirement() {
        return Typed.text(finding).contains(":") ? Typed.text(finding).split(":", 2)[0] : "";
    }

    int findingYear() {
        return number(
                Typed.text(finding).contains(":") ? Typed.text(finding).split(":", 2)[1] : "");
    }

    int year() {
        return number(dueYear);
    }

    /// Everything that is wrong; empty when it can be sent.
    List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        switch (kind()) {
            case "decision" -> {
                check(faults, requirement().isEmpty(), "finding", "Choose the requirement.");
                check(faults, Typed.text(verdict).isEmpty(), "verdict", "Choose the decision.");
                check(
                        faults,
                        "EXTENDED".equals(verdict) && day(until) == null,
                        "until",
                        "Say until which day the deadline is extended.");
                check(
                        faults,
                        Typed.text(reason).isEmpty(),
                        "reason",
                        "Say why; it is kept for ever.");
            }
            case "tracer" -> {
                check(faults, year() == 0, "dueYear", "Choose the year.");
                check(
                        faults,
                        Typed.text(procedure).isEmpty(),
                        "procedure",
                        "Choose the procedure.");
                check(faults, isNoDay(completedOn), "completedOn", "This is no day.");
            }
            case "pathway" -> {
                check(faults, Typed.text(pathway).isEmpty(), "pathway", "Choose the pathway.");
                check(faults, day(from) == null, "from", "Say from which day it holds.");
                check(faults, isNoDay(until), "pathway-until", "This is no day.");
                check(faults, Typed.text(reason).isEmpty(), "pathway-reason", "Say why.");
            }
            default -> {
                check(faults, Typed.text(ruleSet).isEmpty(), "ruleSet", "Choose the rules.");
                check(faults, number(cycleStartYear) == 0, "cycleStartYear", "Say the first year.");
                check(faults, day(certifiedOn) == null, "certifiedOn", "Say the day.");
            }
        }
        return faults;
    }

    private static void check(List<Fault> faults, boolean wrong, String field, String sentence) {
        if (wrong) {
            faults.add(new Fault(field, sentence));
        }
    }

    Decision.Request decision() {
        return new Decision.Request(
                requirement(),
                findingYear(),
                Typed.text(verdict),
                "EXTENDED".equals(verdict) ? day(until) : null,
                Typed.text(reason));
    }

    Tracer.Request tracer() {
        return new Tracer.Request(Typed.text(procedure), day(completedOn));
    }

    Pathway.Request pathwaySpan() {
        LocalDate first = day(from);
        if (first == null) {
            throw new IllegalStateException("checked before");
        }
        return new Pathway.Request(Typed.text(pathway), first, day(until), Typed.text(reason));
    }

    Cycle.Request cycle() {
        LocalDate day = day(certifiedOn);
        if (day == null) {
            throw new IllegalStateException("checked before");
        }
        return new Cycle.Request(Typed.text(ruleSet), number(cycleStartYear), day);
    }

    /// The same as a question; null for a cycle, of which nothing can be supposed.
    WhatIf.@Nullable Request supposed() {
        return switch (kind()) {
            case "decision" ->
                    new WhatIf.Request(
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(
                                    new WhatIf.Decision(
                                            requirement(),
                                            findingYear(),
                                            Typed.text(verdict),
                                            decision().until())));
            case "tracer" ->
                    new WhatIf.Request(
                            List.of(),
                            List.of(
                                    new WhatIf.Tracer(
                                            year(), Typed.text(procedure), day(completedOn))));
            case "pathway" -> {
                Pathway.Request span = pathwaySpan();
                yield new WhatIf.Request(
                        List.of(),
                        List.of(),
                        List.of(new WhatIf.Pathway(span.pathway(), span.from(), span.until())),
                        List.of());
            }
            default -> null;
        };
    }

    private static boolean isNoDay(@Nullable String text) {
        return !Typed.text(text).isEmpty() && day(text) == null;
    }

    static @Nullable LocalDate day(@Nullable String text) {
        try {
            return Typed.text(text).isEmpty() ? null : LocalDate.parse(Typed.text(text));
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    private static int number(@Nullable String text) {
        return Typed.text(text).matches("[0-9]{1,4}") ? Integer.parseInt(Typed.text(text)) : 0;
    }
}
