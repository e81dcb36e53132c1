package cme.system.faults;

import cme.stack.service.Service;
import cme.stack.service.ServiceProcess;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads everything by statements and consumers of its own, and compares acknowledged requests,
/// ledger, topics, projections and answers.
final class ConsistencyCheck implements AutoCloseable {

    private static final List<EventLog> LOGS =
            List.of(EventLog.CATALOG, EventLog.CREDIT, EventLog.COMPLIANCE);

    private final FaultSystem plant;
    private final DatabaseSessions sessions;
    private final Journal journal;
    private final Map<EventLog, Topic> topics = new HashMap<>();

    ConsistencyCheck(FaultSystem plant, DatabaseSessions sessions, Journal journal) {
        this.plant = plant;
        this.sessions = sessions;
        this.journal = journal;
        LOGS.forEach(log -> topics.put(log, log.open(plant)));
    }

    /// The conditions that hold at any moment, even under traffic: the ledger has everything that
    /// was acknowledged, and each place downstream has what was recorded, without a gap. Places
    /// downstream are read first.
    List<String> differencesNow() {
        var projection = Projection.of(sessions, Service.COMPLIANCE.database());
        topics.values().forEach(Topic::readToEnd);
        var promises = LedgerCheck.Promises.of(journal);
        var ledger = LedgerReading.of(sessions);
        var wrong = new ArrayList<>(journal.broken());
        wrong.addAll(LedgerCheck.differences(ledger, journal, promises));
        wrong.addAll(projection.differencesWhileBehind(ledger));
        for (var log : LOGS) {
            wrong.addAll(topics.get(log).differences(log.read(sessions), false));
        }
        return wrong;
    }

    /// The further conditions that hold when no client posts any more and everything has arrived.
    List<String> differencesInTheEnd() {
        var wrong = new ArrayList<>(differencesNow());
        for (var log : LOGS) {
            wrong.addAll(topics.get(log).differences(log.read(sessions), true));
        }
        var catalog = EventLog.CATALOG.read(sessions);
        var rules = new ExpectedStatuses(LedgerReading.of(sessions), catalog);
        wrong.addAll(editionsLost());
        wrong.addAll(Projection.differencesOfCopy(sessions, catalog));
        var statuses = new StatusCheck(rules);
        for (var instance : plant.compliance()) {
            wrong.addAll(differences(instance, Service.COMPLIANCE.database(), statuses));
        }
        wrong.addAll(statuses.differencesOfReadiness(topics.get(EventLog.COMPLIANCE).bySubject()));
        return wrong;
    }

    /// Checks a compliance-service that was built from the topics alone.
    List<String> differencesOfRebuilt(ServiceProcess rebuilt) {
        var rules =
                new ExpectedStatuses(LedgerReading.of(sessions), EventLog.CATALOG.read(sessions));
        return differences(rebuilt, rebuilt.name(), new StatusCheck(rules));
    }

    private List<String> differences(
            ServiceProcess instance, String database, StatusCheck statuses) {
        var wrong = new ArrayList<String>();
        wrong.addAll(
                Projection.of(sessions, database)
                        .differences(LedgerReading.of(sessions), EventLog.CATALOG.read(sessions)));
        if (wrong.isEmpty()) {
            wrong.addAll(statuses.differences(plant.board(instance)));
        }
        return wrong.stream().map(line -> instance.name() + ": " + line).toList();
    }

    /// Every edition that was promised is a revision of its activity, once.
    private List<String> editionsLost() {
        var titles = new HashMap<String, List<Integer>>();
        EventLog.CATALOG
                .read(sessions)
                .values()
                .forEach(
                        revisions ->
                                revisions.forEach(
                                        (number, activity) ->
                                                titles.computeIfAbsent(
                                                                activity.path("title").asText(),
                                                                _ -> new ArrayList<>())
                                                        .add(number.intValue())));
        var wrong = new ArrayList<String>();
        journal.edited()
                .forEach(
                        (title, revision) -> {
                            var found = titles.getOrDefault(title, List.of());
                            if (!found.equals(List.of(revision))) {
                                wrong.add(
                                        "catalog: %s was promised as revision %d and is %s"
                                                .formatted(title, revision, found));
                            }
                        });
        return wrong;
    }

    Topic completions() {
        return topics.get(EventLog.CREDIT);
    }

    @Override
    public void close() {
        topics.values().forEach(Topic::close);
    }
}
