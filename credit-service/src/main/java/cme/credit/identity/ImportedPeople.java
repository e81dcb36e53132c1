package cme.credit.identity;

import cme.chassis.problem.Violation;
import cme.credit.identity.IdentityImport.Row;
import cme.credit.identity.IdentityImportView.Result;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Gatherers;

/// The rows of one import that could be read, a person each, and which of them may look alike.
final class ImportedPeople {
    /// So many rows with one sign show that something is wrong with the file.
    private static final int MAX_ALIKE = 20;

    private final Map<String, Row> byNumber = new LinkedHashMap<>();
    private final Map<String, List<Row>> bySign = new HashMap<>();

    /// @param results gets those of the rows that are left out: rows that repeat an earlier one,
    ///   and all rows with the number of another row that differs
    ImportedPeople(List<Row> rows, List<Result> results) {
        Map<String, List<Row>> byId = new LinkedHashMap<>();
        rows.forEach(
                row -> byId.computeIfAbsent(row.diplomateId(), _ -> new ArrayList<>(1)).add(row));
        byId.values().forEach(same -> add(same, results));
        for (Row row : byNumber.values()) {
            for (String sign : LookAlikes.signs(view(row, Map.of()))) {
                List<Row> alike = bySign.computeIfAbsent(sign, _ -> new ArrayList<>(1));
                if (alike.size() < MAX_ALIKE) {
                    alike.add(row);
                }
            }
        }
    }

    private void add(List<Row> same, List<Result> results) {
        Row first = same.getFirst();
        if (same.stream().allMatch(row -> row.request().equals(first.request()))) {
            byNumber.put(first.diplomateId(), first);
            same.stream().skip(1).map(row -> Result.of(row, null)).forEach(results::add);
        } else {
            same.forEach(row -> results.add(rejected(row, row == first ? same.get(1) : first)));
        }
    }

    private static Result rejected(Row row, Row other) {
        return Result.rejected(
                row.number(),
                row.diplomateId(),
                List.of(
                        new Violation(
                                "/diplomateId",
                                "identity.twice-in-file",
                                "Row %d has this number too, with another content: only one can be right."
                                        .formatted(other.number()))));
    }

    List<List<Row>> chunks(int size) {
        return byNumber.values().stream().gather(Gatherers.windowFixed(size)).toList();
    }

    /// The numbers of the rows, and of the rows that may look like them.
    Set<String> numbers(Collection<Row> rows) {
        Set<String> numbers = new LinkedHashSet<>();
        for (Row row : rows) {
            numbers.add(row.diplomateId());
            alike(view(row, Map.of())).forEach(other -> numbers.add(other.diplomateId()));
        }
        return numbers;
    }

    /// The other people of the file who may look like this one.
    ///
    /// @param known diplomates of the register
    List<IdentityView> othersLike(IdentityView person, Map<String, IdentityView> known) {
        return alike(person).stream()
                .filter(row -> !row.diplomateId().equals(person.diplomateId()))
                .map(row -> view(row, known))
                .toList();
    }

    private Set<Row> alike(IdentityView person) {
        Set<Row> alike = new LinkedHashSet<>();
        LookAlikes.signs(person)
                .forEach(sign -> alike.addAll(bySign.getOrDefault(sign, List.of())));
        return alike;
    }

    private static IdentityView view(Row row, Map<String, IdentityView> known) {
        IdentityView before = known.get(row.diplomateId());
        String mergedInto = before == null ? null : before.mergedInto();
        return row.request().view(row.diplomateId(), mergedInto, null, 0, Instant.EPOCH);
    }
}
