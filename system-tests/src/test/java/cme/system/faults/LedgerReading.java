package cme.system.faults;

import cme.stack.service.Service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The credit-service's tables as they are at one moment.
///
/// @param current each completion as its row tells it
/// @param logged the revisions of each completion in the order in which they were logged
record LedgerReading(List<Revision> current, Map<String, List<Revision>> logged) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /// One statement for both: a snapshot in which they have to agree.
    private static final String BOTH =
            """
            select seq, payload::text from event_log where type like 'cme.credit.completion.%'
            union all
            select null, json_build_object(
                'id', id, 'revision', revision, 'status', status, 'diplomateId', diplomate_id,
                'activity', activity, 'title', title, 'completedOn', completed_on,
                'credits', credits, 'patientSafetyCredits', patient_safety_credits,
                'poster', split_part(poster, ':', 1), 'provider', split_part(poster, ':', 2),
                'externalId', external_id, 'reason', reason, 'recordedAt', recorded_at)::text
            from completion
            order by 1
            """;

    static LedgerReading of(DatabaseSessions sessions) {
        var current = new ArrayList<Revision>();
        var logged = new LinkedHashMap<String, List<Revision>>();
        sessions.query(
                        Service.CREDIT.database(),
                        BOTH,
                        row -> Map.entry(row.getString(1) != null, row.getString(2)))
                .forEach(
                        row -> {
                            var revision = Revision.of(json(row.getValue()));
                            if (row.getKey()) {
                                logged.computeIfAbsent(
                                                revision.completion(), _ -> new ArrayList<>())
                                        .add(revision);
                            } else {
                                current.add(revision);
                            }
                        });
        return new LedgerReading(current, logged);
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not JSON: " + text, e);
        }
    }
}
