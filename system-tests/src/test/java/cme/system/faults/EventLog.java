package cme.system.faults;

import cme.stack.kafka.KafkaLogin;
import cme.stack.service.Service;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// The events that a service logged to be published.
///
/// @param topic the topic of the events
/// @param types the types of its events, as a regular expression
/// @param subjectField the field of an event that identifies the subject of the revision
/// @param gapless whether revisions are numbered by ones
record EventLog(Service service, String topic, String types, String subjectField, boolean gapless) {

    static final EventLog CATALOG =
            new EventLog(
                    Service.CATALOG,
                    "catalog.activities.v1",
                    "cme.catalog.activity.(proposed|changed|approved|retired)",
                    "code",
                    true);
    static final EventLog CREDIT =
            new EventLog(
                    Service.CREDIT,
                    "credit.completions.v1",
                    "cme.credit.completion.(recorded|corrected|withdrawn)",
                    "id",
                    true);
    static final EventLog COMPLIANCE =
            new EventLog(
                    Service.COMPLIANCE,
                    "compliance.readiness.v1",
                    "cme.compliance.readiness.changed",
                    "diplomateId",
                    false);

    Topic open(FaultSystem plant) {
        return new Topic(
                plant.stack().kafka().login(KafkaLogin.SUPER_USER), topic, subjectField, gapless);
    }

    /// Each subject's revisions by number.
    Map<String, NavigableMap<Long, JsonNode>> read(DatabaseSessions sessions) {
        var log = new HashMap<String, NavigableMap<Long, JsonNode>>();
        var sql = "select payload::text from event_log where type ~ '^" + types + "$' order by seq";
        for (var text : sessions.query(service.database(), sql, row -> row.getString(1))) {
            var event = LedgerReading.json(text);
            log.computeIfAbsent(event.path(subjectField).asText(), _ -> new TreeMap<>())
                    .put(event.path("revision").asLong(), event);
        }
        return log;
    }
}
