package cme.compliance.person;

import static cme.compliance.diplomate.Rows.instant;

import cme.chassis.problem.NoSuchResource;
import cme.compliance.diplomate.Diplomates;
import cme.compliance.diplomate.LateRevisions;
import cme.compliance.rules.DiplomateId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Reads which numbers mean one person.
@Singleton
public class Persons {

    private static final String RELATED =
            """
            with related (asked, number) as (
                select id, id from unnest(:ids::text[]) as id
                union
                select person, number from ever_merged where person = any(:ids))
            select asked, number, revision, merged_into, recorded_at
            from related join merge_revision on diplomate_id = number
            """;

    /// One level is enough for what is in force: a number is never merged into one that is merged
    /// in turn. Only while events come in, and not in order, there may be two.
    private static final String MERGED_INTO =
            """
            with recursive way (asked, number, step) as (
                select id, id, 0 from unnest(:ids::text[]) as id
                union all
                select way.asked, m.merged_into, way.step + 1
                from way cross join lateral (
                    select merged_into from merge_revision where diplomate_id = way.number
                    order by revision desc limit 1) as m
                where m.merged_into is not null and way.step < 10)
            select distinct on (asked) asked, number from way order by asked, step desc
            """;

    private static final String EVER = "select person from ever_merged where number = any(:ids)";

    private final Jdbi jdbi;

    Persons(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Every diplomate asked for is in the answer.
    public Map<DiplomateId, PersonNumbers> of(
            Handle handle,
            Collection<DiplomateId> diplomates,
            Map<DiplomateId, LateRevisions> late) {
        Map<DiplomateId, List<NumberRevision>> found = new HashMap<>();
        handle.createQuery(RELATED)
                .bind("ids", Diplomates.array(diplomates))
                .map(
                        (row, _) -> {
                            var asked = new DiplomateId(row.getString("asked"));
                            String number = row.getString("number");
                            int revision = row.getInt("revision");
                            Instant since =
                                    late.getOrDefault(asked, LateRevisions.NONE)
                                            .knownSince(
                                                    LateRevisions.Kind.MERGE,
                                                    number,
                                                    revision,
                                                    instant(row, "recorded_at"));
                            return Map.entry(
                                    asked,
                                    new NumberRevision(
                                            number, revision, row.getString("merged_into"), since));
                        })
                .forEach(
                        row ->
                                found.computeIfAbsent(row.getKey(), _ -> new ArrayList<>())
                                        .add(row.getValue()));
        return diplomates.stream()
                .distinct()
                .collect(
                        Collectors.toMap(
                                id -> id,
                                id -> new PersonNumbers(id, found.getOrDefault(id, List.of()))));
    }

    /// The numbers into which some of these are merged now; those of their own are missing.
    public Map<DiplomateId, DiplomateId> mergedInto(
            Handle handle, Collection<DiplomateId> numbers) {
        return handle
                .createQuery(MERGED_INTO)
                .bind("ids", Diplomates.array(numbers))
                .map(
                        (row, _) ->
                                Map.entry(
                                        new DiplomateId(row.getString("asked")),
                                        new DiplomateId(row.getString("number"))))
                .stream()
                .filter(merged -> !merged.getKey().equals(merged.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// The number into which one is merged now; empty when it is somebody's own.
    public Optional<DiplomateId> mergedInto(Handle handle, DiplomateId number) {
        return Optional.ofNullable(mergedInto(handle, List.of(number)).get(number));
    }

    /// The number under which everything of a person is now.
    public DiplomateId remaining(DiplomateId number) {
        return jdbi.withHandle(handle -> mergedInto(handle, number)).orElse(number);
    }

    /// @throws NoSuchResource with the number to ask for, when this one is merged into it now
    public void requireOwn(DiplomateId number) {
        jdbi.withHandle(handle -> mergedInto(handle, number))
                .ifPresent(
                        remaining -> {
                            throw new NoSuchResource(MergedInto.of(number, remaining));
                        });
    }

    /// These diplomates and all whom they were ever merged into: a change of one may concern them.
    public Set<DiplomateId> concerned(Handle handle, Collection<DiplomateId> numbers) {
        Set<DiplomateId> concerned = new HashSet<>(numbers);
        handle.createQuery(EVER)
                .bind("ids", Diplomates.array(numbers))
                .mapTo(String.class)
                .map(DiplomateId::new)
                .forEach(concerned::add);
        return concerned;
    }
}
