package cme.compliance.assessment;

import cme.compliance.activity.Activities;
import cme.compliance.activity.ActivityCopy;
import cme.compliance.diplomate.LateRevisions;
import cme.compliance.diplomate.NamedInstants;
import cme.compliance.evidence.CompletionHistory;
import cme.compliance.evidence.Evidence;
import cme.compliance.person.PersonNumbers;
import cme.compliance.person.Persons;
import cme.compliance.record.DiplomateRecord;
import cme.compliance.record.Records;
import cme.compliance.rules.DiplomateId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Reads the facts of any number of diplomates in a fixed number of statements.
@Singleton
class FactsReader {

    private final Records records;
    private final Persons persons;
    private final Evidence evidence;
    private final Activities activities;
    private final NamedInstants named;

    FactsReader(
            Records records,
            Persons persons,
            Evidence evidence,
            Activities activities,
            NamedInstants named) {
        this.records = records;
        this.persons = persons;
        this.evidence = evidence;
        this.activities = activities;
        this.named = named;
    }

    /// Every diplomate asked for is in the answer.
    Map<DiplomateId, DiplomateFacts> of(Handle handle, Collection<DiplomateId> diplomates) {
        Map<DiplomateId, DiplomateRecord> recordOf = records.of(handle, diplomates);
        Map<DiplomateId, LateRevisions> lateOf = LateRevisions.of(handle, diplomates);
        Map<DiplomateId, PersonNumbers> numbersOf = persons.of(handle, diplomates, lateOf);
        Map<String, List<CompletionHistory>> historiesOf = histories(handle, numbersOf.values());
        ActivityCopy copy = activities.current(handle);
        Map<DiplomateId, NamedInstants.Latest> latest = named.latest(handle, diplomates);
        Map<DiplomateId, DiplomateFacts> factsOf = HashMap.newHashMap(diplomates.size());
        for (DiplomateId diplomate : diplomates) {
            PersonNumbers numbers = numbersOf.get(diplomate);
            Set<CompletionHistory> histories = new LinkedHashSet<>();
            numbers.ever()
                    .forEach(
                            number ->
                                    histories.addAll(historiesOf.getOrDefault(number, List.of())));
            LateRevisions late = lateOf.getOrDefault(diplomate, LateRevisions.NONE);
            factsOf.put(
                    diplomate,
                    new DiplomateFacts(
                            diplomate,
                            recordOf.get(diplomate),
                            numbers,
                            DiplomateFacts.seenAt(Instant.MAX, numbers, histories, late),
                            List.copyOf(histories),
                            late,
                            copy,
                            latest.getOrDefault(diplomate, NamedInstants.Latest.NONE)));
        }
        return factsOf;
    }

    /// By each number that has or had a completion.
    private Map<String, List<CompletionHistory>> histories(
            Handle handle, Collection<PersonNumbers> all) {
        Set<DiplomateId> numbers = new LinkedHashSet<>();
        all.forEach(person -> person.ever().forEach(n -> numbers.add(new DiplomateId(n))));
        Map<String, List<CompletionHistory>> byNumber = new HashMap<>();
        for (CompletionHistory history : evidence.of(handle, numbers)) {
            for (String number : history.numbers()) {
                byNumber.computeIfAbsent(number, _ -> new ArrayList<>()).add(history);
            }
        }
        return byNumber;
    }
}
