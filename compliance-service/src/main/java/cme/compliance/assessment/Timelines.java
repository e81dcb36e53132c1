package cme.compliance.assessment;

import cme.compliance.diplomate.BoardClock;
import cme.compliance.rules.DiplomateId;
import jakarta.inject.Singleton;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/// Reads all that is kept about a diplomate, as it is at one moment of the database.
@Singleton
public class Timelines {

    private final Jdbi jdbi;
    private final FactsReader facts;
    private final AssessmentService assessments;
    private final BoardClock clock;

    Timelines(Jdbi jdbi, FactsReader facts, AssessmentService assessments, BoardClock clock) {
        this.jdbi = jdbi;
        this.facts = facts;
        this.assessments = assessments;
        this.clock = clock;
    }

    public Timeline of(DiplomateId diplomate) {
        DiplomateFacts kept =
                jdbi.inTransaction(
                        TransactionIsolationLevel.REPEATABLE_READ,
                        handle -> facts.of(handle, List.of(diplomate)).get(diplomate));
        return new Timeline(kept, assessments, clock);
    }
}
