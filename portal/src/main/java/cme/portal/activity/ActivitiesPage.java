package cme.portal.activity;

import cme.portal.catalog.Activity;
import cme.portal.catalog.ActivityPage.Facet;
import cme.portal.catalog.ActivityPage.Facets;
import cme.portal.compliance.Recommendations.Help;
import cme.portal.page.Formats;
import cme.portal.page.Look;
import cme.portal.page.Names;
import cme.portal.page.Part;
import cme.portal.page.Query;
import cme.portal.page.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The catalog, searched and filtered.
///
/// @param title the list by its filters, such as `Patient safety`
/// @param found how many there are
/// @param chosen the filters; each link goes without it
/// @param hidden the filters, for the form of the words
/// @param help the activities that help somebody most; null where nobody is named or filters are on
/// @param helpMissing why it is not known what activities would bring; else null
/// @param waiting the proposals that wait for the board; null where there are none
/// @param next the address of the next page; null on the last
public record ActivitiesPage(
        String title,
        String found,
        String q,
        List<Hidden> hidden,
        List<Link> chosen,
        List<FacetGroup> facets,
        @Nullable HelpList help,
        @Nullable String helpMissing,
        @Nullable Link waiting,
        List<Row> rows,
        String allAddress,
        @Nullable String next) {
    private static final int BEST = 5;

    public record Link(String label, String href) {}

    public record Hidden(String name, String value) {}

    /// @param more choices beyond the first ones
    public record FacetGroup(String title, List<Choice> choices, List<Choice> more) {}

    public record Choice(String label, String count, String href, boolean chosen) {}

    public record HelpList(String title, List<Row> rows) {}

    /// @param look null for what is usual: in the catalog
    /// @param about such as `ASPS · Course · 2 credits`
    /// @param brings what it would bring; null where that is not known or nothing
    public record Row(
            String href,
            String title,
            String about,
            @Nullable Look look,
            String status,
            Helps.@Nullable Bring brings) {}

    /// @param helps nothing inside when nobody is named
    /// @param waiting how many proposals wait
    record Found(
            cme.portal.catalog.ActivityPage activities,
            Names names,
            Part<Optional<Helps>> helps,
            long waiting,
            boolean isBoard) {}

    static ActivitiesPage of(ActivityFilter filter, Found found, Formats formats) {
        Optional<Helps> helps = found.helps().isHere() ? found.helps().value() : Optional.empty();
        boolean first = filter.isEmpty() && filter.cursor() == null;
        return new ActivitiesPage(
                title(filter, found.names()),
                total(found.activities(), formats),
                Optional.ofNullable(filter.value("q")).orElse(""),
                hidden(filter),
                chosen(filter, found.names()),
                facets(filter, found, formats),
                first
                        ? helps.map(one -> helpList(one, found.isBoard(), formats)).orElse(null)
                        : null,
                found.helps().isHere() ? null : found.helps().sentence(),
                waiting(found, filter, formats),
                rows(filter, found, helps, formats),
                Query.of("/activities").with("for", filter.whom()).toString(),
                found.activities().nextCursor() == null
                        ? null
                        : filter.address()
                                .with("cursor", found.activities().nextCursor())
                                .toString());
    }

    private static String title(ActivityFilter filter, Names names) {
        if (filter.filters().equals(Map.of("purpose", "PATIENT_SAFETY"))) {
            return "The patient-safety list";
        }
        if (filter.filters().equals(Map.of("status", "PROPOSED"))) {
            return "Proposals that wait for the board";
        }
        String q = filter.value("q");
        String words =
                filter.filters().entrySet().stream()
                        .map(one -> label(one.getKey(), one.getValue(), names))
                        .collect(Collectors.joining(", "));
        if (q != null) {
            return "“" + q + "”" + (words.isEmpty() ? "" : ", " + words);
        }
        return words.isEmpty() ? "Activities that count" : words;
    }

    private static String label(String name, String value, Names names) {
        return switch (name) {
            case "provider" -> names.provider(value);
            case "type" -> Words.activityType(value);
            case "purpose" -> Words.purpose(value);
            case "procedure" -> names.procedure(value);
            case "status" -> Words.activityStatus(value);
            default -> "“" + value + "”";
        };
    }

    /// Every activity has one type, so their counts are the number of all.
    private static String total(cme.portal.catalog.ActivityPage found, Formats formats) {
        Facets facets = found.facets();
        long count =
                facets == null
                        ? found.items().size()
                        : facets.type().stream().mapToLong(Facet::count).sum();
        return formats.count(count, "activity", "activities");
    }

    private static List<Hidden> hidden(ActivityFilter filter) {
        List<Hidden> hidden =
                new ArrayList<>(
                        filter.filters().entrySet().stream()
                                .map(one -> new Hidden(one.getKey(), one.getValue()))
                                .toList());
        String whom = filter.whom();
        if (whom != null) {
            hidden.add(new Hidden("for", whom));
        }
        return List.copyOf(hidden);
    }

    private static List<Link> chosen(ActivityFilter filter, Names names) {
        List<Link> chosen = new ArrayList<>();
        String q = filter.value("q");
        if (q != null) {
            chosen.add(new Link("“" + q + "”", filter.address().with("q", null).toString()));
        }
        filter.filters()
                .forEach(
                        (name, value) ->
                                chosen.add(
                                        new Link(
                                                label(name, value, names),
                                                filter.address().with(name, null).toString())));
        return List.copyOf(chosen);
    }

    private static List<FacetGroup> facets(ActivityFilter filter, Found found, Formats formats) {
        Facets facets = found.activities().facets();
        if (facets == null) {
            return List.of();
        }
        var group = new Groups(filter, found.names(), formats);
        return Stream.of(
                        group.of("Counts for", "purpose", facets.purpose()),
                        group.of("Kind", "type", facets.type()),
                        group.of("Provider", "provider", facets.provider()),
                        group.of("Tracer procedure", "procedure", facets.procedure()))
                .filter(one -> !one.choices().isEmpty())
                .toList();
    }

    private record Groups(ActivityFilter filter, Names names, Formats formats) {
        private static final int SHOWN = 8;

        FacetGroup of(String title, String name, List<Facet> counts) {
            List<Choice> all = counts.stream().map(one -> choice(name, one)).toList();
            int shown = all.size() <= SHOWN + 1 ? all.size() : SHOWN;
            return new FacetGroup(title, all.subList(0, shown), all.subList(shown, all.size()));
        }

        private Choice choice(String name, Facet one) {
            boolean chosen = one.value().equals(filter.value(name));
            return new Choice(
                    label(name, one.value(), names),
                    formats.count(one.count()),
                    filter.address().with(name, chosen ? null : one.value()).toString(),
                    chosen);
        }
    }

    private static @Nullable HelpList helpList(Helps helps, boolean isBoard, Formats formats) {
        List<Help> best = best(helps);
        if (best.isEmpty()) {
            return null;
        }
        return new HelpList(
                isBoard ? "What helps " + helps.diplomateId() + " most" : "What helps you most",
                best.stream()
                        .limit(BEST)
                        .map(
                                one ->
                                        new Row(
                                                "/activities/" + one.activity(),
                                                one.title(),
                                                one.provider()
                                                        + " · "
                                                        + (one.creditsConfirmed()
                                                                ? formats.creditsInWords(
                                                                        one.credits())
                                                                : "credits not confirmed"),
                                                null,
                                                "",
                                                helps.sentences().get(one.activity())))
                        .toList());
    }

    /// Those that bring something for certain; where there are none, those that may.
    private static List<Help> best(Helps helps) {
        List<Help> certain =
                helps.best().stream()
                        .filter(one -> helps.sentences().get(one.activity()).certain())
                        .toList();
        return certain.isEmpty() ? helps.best() : certain;
    }

    private static @Nullable Link waiting(Found found, ActivityFilter filter, Formats formats) {
        return found.waiting() == 0 || "PROPOSED".equals(filter.value("status"))
                ? null
                : new Link(
                        found.isBoard()
                                ? formats.count(found.waiting(), "proposal waits", "proposals wait")
                                        + " for you"
                                : formats.count(found.waiting())
                                        + " of your proposals "
                                        + (found.waiting() == 1 ? "waits" : "wait")
                                        + " for the board",
                        "/activities?status=PROPOSED");
    }

    /// With filters on, the helpful ones of a page come first.
    private static List<Row> rows(
            ActivityFilter filter, Found found, Optional<Helps> helps, Formats formats) {
        Stream<Activity> activities = found.activities().items().stream();
        if (helps.isPresent() && !filter.isEmpty()) {
            activities =
                    activities.sorted(
                            Comparator.comparingInt(one -> helps.get().place(one.code())));
        }
        return activities.map(one -> row(one, found, filter, helps, formats)).toList();
    }

    private static Row row(
            Activity one,
            Found found,
            ActivityFilter filter,
            Optional<Helps> helps,
            Formats formats) {
        List<String> about = new ArrayList<>();
        about.add(one.provider());
        about.add(Words.activityType(one.type()));
        about.add(ActivityWords.credits(one, formats));
        String offered = ActivityWords.offered(one, formats);
        if (offered != null) {
            about.add(offered);
        }
        String whom = found.isBoard() ? filter.whom() : null;
        return new Row(
                Query.of("/activities/" + one.code()).with("for", whom).toString(),
                one.title(),
                String.join(" · ", about),
                one.status().equals("APPROVED") ? null : ActivityWords.look(one.status()),
                Words.activityStatus(one.status()),
                helps.map(known -> known.sentences().get(one.code())).orElse(null));
    }
}
