package cme.portal.tracer;

import cme.portal.catalog.Activity;
import cme.portal.catalog.AlignedActivity;
import cme.portal.catalog.Guidance;
import cme.portal.catalog.TracerProcedure;
import cme.portal.guidance.Topic;
import cme.portal.page.Formats;
import cme.portal.page.Part;
import cme.portal.page.Words;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The approved educational activities by module and procedure, on one day.
///
/// @param day as the form shows it again
/// @param heading says which day where it is not today
/// @param help what the board says about tracer procedures, and whom to ask
public record TracersPage(
        String day, @Nullable String heading, List<Module> modules, Part<List<Topic>> help) {
    private static final List<String> ORDER =
            List.of("COSMETIC", "COMPREHENSIVE", "CRANIOMAXILLOFACIAL", "HAND");

    private static final List<String> HELP = List.of("tracer-activities", "contact");

    /// @param id for links to it
    /// @param about such as `1 of 5 procedures has an approved activity`
    public record Module(String id, String name, String about, List<Procedure> procedures) {}

    /// @param also other names; null where there are none
    /// @param note where the procedure comes from, or that the board has to confirm it
    public record Procedure(
            String name, @Nullable String also, String note, List<Offer> activities) {}

    /// @param about such as `ASPS · 2 credits`
    /// @param until the last day of the approval; null without an end
    public record Offer(String code, String title, String about, @Nullable String until) {}

    static TracersPage of(
            List<TracerProcedure> procedures,
            List<AlignedActivity> aligned,
            Part<List<Guidance>> guidance,
            LocalDate on,
            LocalDate today,
            Formats formats) {
        Map<String, List<AlignedActivity>> byProcedure =
                aligned.stream().collect(Collectors.groupingBy(AlignedActivity::procedure));
        var byModule =
                procedures.stream()
                        .collect(
                                Collectors.groupingBy(
                                        TracerProcedure::module,
                                        () ->
                                                new TreeMap<>(
                                                        Comparator.comparingInt(TracersPage::place)
                                                                .thenComparing(
                                                                        Comparator.naturalOrder())),
                                        Collectors.toList()));
        return new TracersPage(
                on.toString(),
                on.equals(today) ? null : "Approved on " + formats.longDate(on),
                byModule.entrySet().stream()
                        .map(one -> module(one.getKey(), one.getValue(), byProcedure, formats))
                        .toList(),
                guidance.map(
                        topics ->
                                topics.stream()
                                        .filter(one -> HELP.contains(one.topic()))
                                        .sorted(
                                                Comparator.comparingInt(
                                                        one -> HELP.indexOf(one.topic())))
                                        .map(Topic::of)
                                        .toList()));
    }

    private static int place(String module) {
        int known = ORDER.indexOf(module);
        return known < 0 ? ORDER.size() : known;
    }

    private static Module module(
            String code,
            List<TracerProcedure> procedures,
            Map<String, List<AlignedActivity>> byProcedure,
            Formats formats) {
        long with = procedures.stream().filter(one -> byProcedure.containsKey(one.code())).count();
        return new Module(
                code.toLowerCase(Locale.ROOT),
                Words.module(code),
                "%d of %s with an approved activity"
                        .formatted(
                                with, formats.count(procedures.size(), "procedure", "procedures")),
                procedures.stream()
                        .sorted(Comparator.comparing(TracerProcedure::name))
                        .map(
                                one ->
                                        new Procedure(
                                                one.name(),
                                                one.synonyms().isEmpty()
                                                        ? null
                                                        : String.join(", ", one.synonyms()),
                                                one.source(),
                                                byProcedure
                                                        .getOrDefault(one.code(), List.of())
                                                        .stream()
                                                        .map(found -> offer(found, formats))
                                                        .toList()))
                        .toList());
    }

    private static Offer offer(AlignedActivity aligned, Formats formats) {
        Activity activity = aligned.activity();
        String credits =
                activity.credits() == null || !activity.creditsConfirmed()
                        ? "credits not confirmed"
                        : formats.creditsInWords(activity.credits());
        return new Offer(
                activity.code(),
                activity.title(),
                activity.provider() + " · " + Words.activityType(activity.type()) + " · " + credits,
                until(activity, aligned.procedure()).map(formats::date).orElse(null));
    }

    private static Optional<LocalDate> until(Activity activity, String procedure) {
        return activity.approvals().stream()
                .filter(approval -> approval.procedures().contains(procedure))
                .map(Activity.Approval::until)
                .filter(day -> day != null)
                .max(Comparator.naturalOrder());
    }
}
