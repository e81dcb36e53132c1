package cme.compliance.assessment;

import cme.compliance.activity.Activities;
import cme.compliance.evidence.Evidence;
import cme.compliance.record.Records;
import cme.compliance.rules.DiplomateId;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// Reads what is known about diplomates: a fixed number of statements, however many they are.
@Singleton
public class FactsReader {

    private final Records records;
    private final Evidence evidence;
    private final Activities activities;

    FactsReader(Records records, Evidence evidence, Activities activities) {
        this.records = records;
        this.evidence = evidence;
        this.activities = activities;
    }

    /// Every diplomate asked for is in the answer.
    public Map<DiplomateId, DiplomateFacts> of(Handle handle, Collection<DiplomateId> diplomates) {
        var recordOf = records.of(handle, diplomates);
        var completionsOf = evidence.of(handle, diplomates);
        var copy = activities.current(handle);
        var sheets = HashMap.<DiplomateId, DiplomateFacts>newHashMap(diplomates.size());
        for (var diplomate : diplomates) {
            sheets.put(
                    diplomate,
                    new DiplomateFacts(
                            diplomate,
                            recordOf.get(diplomate),
                            completionsOf.getOrDefault(diplomate, List.of()),
                            copy));
        }
        return sheets;
    }
}
