package cme.test.problem;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The page that lists all refusals, in Markdown.
final class ProblemPage {

    private static final String HEAD =
            """
            # Problems

            This list is made of the sources of the services, and a test keeps it complete. The `type` of a problem is
            `https://problems.cme.example/` and one of the names below; a `code` is in `errors` of an answer, in `errors` of a
            row or in `notices`. Both are stable. The sentences are examples: they may change, and `…` stands for what
            depends on the request. New types and codes may be added.

            ## Types

            | type | status | title | where | for example |
            |---|---|---|---|---|
            """;

    private static final String CODES =
            """

            ## Codes

            | code | where | for example |
            |---|---|---|
            """;

    private ProblemPage() {}

    static String of(Set<Refusal> refusals) {
        var page = new StringBuilder(HEAD);
        byName(refusals, Refusal.Kind.PROBLEM)
                .forEach(
                        (name, places) ->
                                page.append(
                                        row(
                                                anchor(name),
                                                given(places, "409", Refusal::status),
                                                given(places, "Conflict", Refusal::title),
                                                where(places),
                                                sentences(places))));
        page.append(CODES);
        byName(refusals, Refusal.Kind.VIOLATION)
                .forEach(
                        (name, places) ->
                                page.append(row(anchor(name), where(places), sentences(places))));
        return page.toString();
    }

    private static Map<String, List<Refusal>> byName(Set<Refusal> refusals, Refusal.Kind kind) {
        return refusals.stream()
                .filter(refusal -> refusal.kind() == kind)
                .collect(Collectors.groupingBy(Refusal::name, TreeMap::new, Collectors.toList()));
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    /// A page of the documentation is opened at the name by `#not-found`.
    private static String anchor(String name) {
        return "<a id=\"%s\"></a>`%s`".formatted(name, name);
    }

    private static String given(
            Collection<Refusal> places, String otherwise, Function<Refusal, String> part) {
        String given =
                places.stream()
                        .map(part)
                        .filter(Objects::nonNull)
                        .distinct()
                        .collect(Collectors.joining(", "));
        return given.isEmpty() ? otherwise : given;
    }

    private static String where(Collection<Refusal> places) {
        boolean isEverywhere = places.stream().anyMatch(p -> p.module().equals("service-chassis"));
        return isEverywhere
                ? "all"
                : places.stream()
                        .map(place -> place.module().replace("-service", ""))
                        .distinct()
                        .collect(Collectors.joining(", "));
    }

    private static String sentences(Collection<Refusal> places) {
        return places.stream()
                .map(Refusal::detail)
                .filter(detail -> !detail.isEmpty())
                .distinct()
                .map(detail -> detail.replace("|", "\\|").replace("<", "&lt;"))
                .collect(Collectors.joining("<br>"));
    }
}
