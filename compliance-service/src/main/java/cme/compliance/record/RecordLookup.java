package cme.compliance.record;

import cme.compliance.rules.DiplomateId;
import jakarta.inject.Singleton;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/// What is recorded about one diplomate now.
@Singleton
public class RecordLookup {

    private final Jdbi jdbi;
    private final Records records;

    RecordLookup(Jdbi jdbi, Records records) {
        this.jdbi = jdbi;
        this.records = records;
    }

    public DiplomateRecord of(DiplomateId diplomate) {
        return jdbi.withHandle(handle -> records.of(handle, List.of(diplomate)).get(diplomate));
    }
}
