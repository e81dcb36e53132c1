package cme.system.faults;

import cme.stack.service.Service;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// The tables that a compliance-service has made of the topics.
///
/// @param completions the revisions of each, in the order of their numbers
/// @param activities the titles of each activity's revisions, by code and number
/// @param deadLetters what could not be applied
record Projection(
        Map<String, List<Revision>> completions,
        Map<String, String> activities,
        List<String> deadLetters) {

    private static final String COMPLETIONS =
            """
            select json_build_object(
                'id', completion, 'revision', revision, 'status', status,
                'diplomateId', diplomate_id, 'activity', activity, 'title', title,
                'completedOn', completed_on, 'credits', credits,
                'patientSafetyCredits', patient_safety, 'poster', poster,
                'externalId', '', 'recordedAt', recorded_at)::text
            from completion_revision order by completion, revision
            """;

    private static final String ACTIVITIES =
            "select code || ' ' || revision, body ->> 'title' from activity_revision";

    private static final String DEAD_LETTERS =
            "select topic || '-' || partition || '@' || \"offset\" || ': ' || reason from dead_letter";

    static Projection of(DatabaseSessions sessions, String database) {
        var completions = new LinkedHashMap<String, List<Revision>>();
        for (var text : sessions.query(database, COMPLETIONS, row -> row.getString(1))) {
            var revision = Revision.of(LedgerReading.json(text));
            completions
                    .computeIfAbsent(revision.completion(), _ -> new ArrayList<>())
                    .add(revision);
        }
        var activities = new TreeMap<String, String>();
        sessions.query(database, ACTIVITIES, row -> Map.entry(row.getString(1), row.getString(2)))
                .forEach(row -> activities.put(row.getKey(), row.getValue()));
        return new Projection(
                completions,
                activities,
                sessions.query(database, DEAD_LETTERS, row -> row.getString(1)));
    }

    /// Checks a projection that may lag behind: it has what was recorded, without a gap.
    List<String> differencesWhileBehind(LedgerReading ledger) {
        var wrong = new ArrayList<String>();
        deadLetters.forEach(letter -> wrong.add("projection: dead letter " + letter));
        completions.forEach(
                (completion, has) -> {
                    var recorded = recorded(ledger, completion);
                    if (has.size() > recorded.size()
                            || !has.equals(recorded.subList(0, has.size()))) {
                        wrong.add(
                                "projection: has %s of %s, recorded is %s"
                                        .formatted(has, completion, recorded));
                    }
                });
        return wrong;
    }

    /// Checks a projection that has caught up.
    List<String> differences(
            LedgerReading ledger, Map<String, NavigableMap<Long, JsonNode>> catalog) {
        var wrong = new ArrayList<>(differencesWhileBehind(ledger));
        for (var completion : ledger.logged().keySet()) {
            var has = completions.getOrDefault(completion, List.of()).size();
            var recorded = ledger.logged().get(completion).size();
            if (has != recorded) {
                wrong.add(
                        "projection: lost: has %d of the %d revisions of %s"
                                .formatted(has, recorded, completion));
            }
        }
        var offered = new TreeMap<String, String>();
        catalog.forEach(
                (code, revisions) ->
                        revisions.forEach(
                                (number, activity) ->
                                        offered.put(
                                                code + " " + number,
                                                activity.path("title").asText())));
        if (!offered.equals(activities)) {
            wrong.add("projection: activities are %s, not %s".formatted(activities, offered));
        }
        return wrong;
    }

    private static List<Revision> recorded(LedgerReading ledger, String completion) {
        return ledger.logged().getOrDefault(completion, List.of()).stream()
                .map(Revision::asEvidence)
                .toList();
    }

    /// The credit-service's own copy of the catalog: the last revision of each.
    static List<String> differencesOfCopy(
            DatabaseSessions sessions, Map<String, NavigableMap<Long, JsonNode>> catalog) {
        var copy = new TreeMap<String, String>();
        sessions.query(
                        Service.CREDIT.database(),
                        "select code, revision || ' ' || title from activity",
                        row -> Map.entry(row.getString(1), row.getString(2)))
                .forEach(row -> copy.put(row.getKey(), row.getValue()));
        var last = new TreeMap<String, String>();
        catalog.forEach(
                (code, revisions) ->
                        last.put(
                                code,
                                revisions.lastKey()
                                        + " "
                                        + revisions.lastEntry().getValue().path("title").asText()));
        return copy.equals(last)
                ? List.of()
                : List.of("copy: activities are %s, not %s".formatted(copy, last));
    }
}
