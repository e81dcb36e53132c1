package cme.portal.whatif;

import cme.portal.catalog.TracerProcedure;
import cme.portal.compliance.Finding;
import cme.portal.compliance.Status;
import cme.portal.page.Words;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The tracer procedure that can be supposed, for one due year.
///
/// @param none what it is called to suppose no other than the recorded one
/// @param groups the procedures by module
public record TracerChoice(int year, String none, List<Group> groups) {

    public String label() {
        return "Tracer procedure of year " + year;
    }

    public record Group(String module, List<Option> options) {}

    public record Option(String code, String name, boolean chosen) {}

    /// The due year that the address names, or else the next whose tracer is open; null when no due
    /// year asks for one.
    static @Nullable TracerChoice of(
            Question question, Status before, List<TracerProcedure> procedures) {
        Optional<Finding> asking =
                before.findings().stream()
                        .filter(one -> one.requirement().equals("tracer-activity"))
                        .filter(one -> fits(one, question, before.asOf()))
                        .min(Comparator.comparing(Finding::deadline));
        return asking.map(finding -> of(question, finding, procedures)).orElse(null);
    }

    private static boolean fits(Finding finding, Question question, LocalDate asOf) {
        return question.tracerYear() == null
                ? !finding.deadline().isBefore(asOf)
                : finding.dueYear() == question.tracerYear();
    }

    private static TracerChoice of(
            Question question, Finding finding, List<TracerProcedure> procedures) {
        Map<String, List<TracerProcedure>> byModule =
                procedures.stream()
                        .sorted(Comparator.comparing(TracerProcedure::name))
                        .collect(
                                Collectors.groupingBy(
                                        TracerProcedure::module,
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        return new TracerChoice(
                finding.dueYear(),
                finding.missing().contains("TRACER_PROCEDURE") ? "None yet" : "The one on record",
                byModule.entrySet().stream()
                        .map(one -> group(one.getKey(), one.getValue(), question.procedure()))
                        .sorted(Comparator.comparing(Group::module))
                        .toList());
    }

    private static Group group(String module, List<TracerProcedure> of, String chosen) {
        return new Group(
                Words.module(module),
                of.stream()
                        .map(one -> new Option(one.code(), one.name(), one.code().equals(chosen)))
                        .toList());
    }
}
