package cme.compliance.assessment;

import cme.chassis.database.Columns;
import cme.compliance.diplomate.Diplomates;
import cme.compliance.rules.DiplomateId;
import cme.compliance.rules.Finding;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// The findings of the stored answers, one a row, for lists and counts.
@Singleton
class Findings {

    /// What is not text is cast row by row: to cast an array makes another array first.
    private static final String SAVE =
            """
            insert into finding
            select id, requirement, due_year, deadline::date, state, unit, required::numeric,
                earned::numeric, remaining::numeric
            from unnest(:ids::text[], :requirements::text[], :dueYears::int[],
                :deadlines::text[], :states::text[], :units::text[], :required::text[],
                :earned::text[], :remaining::text[])
                as n (id, requirement, due_year, deadline, state, unit, required, earned, remaining)
            on conflict (diplomate_id, requirement, due_year) do update set
                deadline = excluded.deadline, state = excluded.state, unit = excluded.unit,
                required = excluded.required, earned = excluded.earned,
                remaining = excluded.remaining
            """;

    private static final String BEFORE =
            """
            select diplomate_id, requirement, due_year, deadline, state, unit, required, earned,
                   remaining
            from finding where diplomate_id = any(:ids)
            """;

    private static final String REMOVE =
            """
            delete from finding f
            using unnest(:ids::text[], :requirements::text[], :dueYears::int[])
                as gone (diplomate_id, requirement, due_year)
            where f.diplomate_id = gone.diplomate_id and f.requirement = gone.requirement
              and f.due_year = gone.due_year
            """;

    /// What was found of the diplomates before; who has no status yet is missing.
    Map<DiplomateId, Set<StoredFinding>> before(Handle handle, Collection<DiplomateId> diplomates) {
        if (diplomates.isEmpty()) {
            return Map.of();
        }
        return handle
                .createQuery(BEFORE)
                .bind("ids", Diplomates.array(diplomates))
                .map((row, _) -> StoredFinding.of(row))
                .stream()
                .collect(Collectors.groupingBy(StoredFinding::diplomate, Collectors.toSet()));
    }

    /// What is no longer found goes, what is found comes; rows that say the same stay untouched.
    void save(
            Handle transaction,
            List<AssessedStatus> assessed,
            Map<DiplomateId, Set<StoredFinding>> before) {
        var changed = new HashSet<StoredFinding>();
        var gone = new HashMap<DiplomateId, Set<Finding.Key>>();
        for (var answer : assessed) {
            var diplomate = answer.status().diplomate();
            var old = before.getOrDefault(diplomate, Set.of());
            var left = old.stream().map(StoredFinding::key).collect(Collectors.toSet());
            for (var finding : answer.status().findings()) {
                var row = StoredFinding.of(diplomate, finding);
                left.remove(row.key());
                if (!old.contains(row)) {
                    changed.add(row);
                }
            }
            gone.put(diplomate, left);
        }
        write(transaction, List.copyOf(changed));
        remove(
                transaction,
                before.values().stream()
                        .flatMap(Set::stream)
                        .filter(r -> gone.getOrDefault(r.diplomate(), Set.of()).contains(r.key()))
                        .toList());
    }

    private static void write(Handle transaction, List<StoredFinding> rows) {
        if (rows.isEmpty()) {
            return;
        }
        transaction
                .createUpdate(SAVE)
                .bind("ids", texts(rows, StoredFinding::diplomate))
                .bind("requirements", texts(rows, r -> r.key().requirement()))
                .bind("dueYears", rows.stream().mapToInt(r -> r.key().dueYear()).toArray())
                .bind("deadlines", texts(rows, StoredFinding::deadline))
                .bind("states", texts(rows, StoredFinding::state))
                .bind("units", texts(rows, r -> r.required().unit()))
                .bind("required", texts(rows, r -> r.required().toBigDecimal()))
                .bind("earned", texts(rows, r -> r.earned().toBigDecimal()))
                .bind("remaining", texts(rows, r -> r.remaining().toBigDecimal()))
                .execute();
    }

    private static void remove(Handle transaction, List<StoredFinding> rows) {
        if (rows.isEmpty()) {
            return;
        }
        transaction
                .createUpdate(REMOVE)
                .bind("ids", texts(rows, StoredFinding::diplomate))
                .bind("requirements", texts(rows, r -> r.key().requirement()))
                .bind("dueYears", rows.stream().mapToInt(r -> r.key().dueYear()).toArray())
                .execute();
    }

    private static String[] texts(List<StoredFinding> rows, Function<StoredFinding, Object> value) {
        return Columns.of(rows, value);
    }
}
