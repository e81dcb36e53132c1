package cme.compliance.status;

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
class FactSheets {

    private final Records records;
    private final Evidence evidence;
    private final Activities activities;

    FactSheets(Records records, Evidence evidence, Activities activities) {
        this.records = records;
        this.evidence = evidence;
        this.activities = activities;
    }

    /// Every diplomate asked for is in the answer.
    Map<DiplomateId, KnownFacts> of(Handle handle, Collection<DiplomateId> diplomates) {
        var recordOf = records.of(handle, diplomates);
        var completionsOf = evidence.of(handle, diplomates);
        var copy = activities.current(handle);
        var sheets = HashMap.<DiplomateId, KnownFacts>newHashMap(diplomates.size());
        for (var diplomate : diplomates) {
            sheets.put(
                    diplomate,
                    new KnownFacts(
                            diplomate,
                            recordOf.get(diplomate),
                            completionsOf.getOrDefault(diplomate, List.of()),
                            copy));
        }
        return sheets;
    }
}
