package cme.compliance.assessment;

import cme.compliance.activity.Activities;
import cme.compliance.activity.ActivityCopy;
import cme.compliance.evidence.Evidence;
import cme.compliance.record.DiplomateRecord;
import cme.compliance.record.Records;
import cme.compliance.rules.Completion;
import cme.compliance.rules.DiplomateId;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// Reads the facts of any number of diplomates in a fixed number of statements.
@Singleton
class FactsReader {

    private final Records records;
    private final Evidence evidence;
    private final Activities activities;

    FactsReader(Records records, Evidence evidence, Activities activities) {
        this.records = records;
        this.evidence = evidence;
        this.activities = activities;
    }

    /// Every diplomate asked for is in the answer.
    Map<DiplomateId, DiplomateFacts> of(Handle handle, Collection<DiplomateId> diplomates) {
        Map<DiplomateId, DiplomateRecord> recordOf = records.of(handle, diplomates);
        Map<DiplomateId, List<Completion>> completionsOf = evidence.of(handle, diplomates);
        ActivityCopy copy = activities.current(handle);
        Map<DiplomateId, DiplomateFacts> factsOf = HashMap.newHashMap(diplomates.size());
        for (DiplomateId diplomate : diplomates) {
            factsOf.put(
                    diplomate,
                    new DiplomateFacts(
                            diplomate,
                            recordOf.get(diplomate),
                            completionsOf.getOrDefault(diplomate, List.of()),
                            copy));
        }
        return factsOf;
    }
}
