package cme.compliance.evidence;

import cme.chassis.projector.Projection;
import cme.chassis.projector.ReceivedEvent;
import cme.chassis.projector.UnreadableEvent;
import cme.compliance.diplomate.Assessor;
import cme.compliance.diplomate.Diplomates;
import cme.compliance.reassessment.Reassessments;
import cme.compliance.rules.DiplomateId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Stores completions from the ledger and assesses their diplomates.
@Singleton
class CompletionProjection implements Projection<ReceivedCompletion> {

    static final String TOPIC = "credit.completions.v1";

    private static final Set<String> TYPES =
            Set.of(
                    "cme.credit.completion.recorded",
                    "cme.credit.completion.corrected",
                    "cme.credit.completion.withdrawn");

    private static final String BY = "event " + TOPIC;

    private final Evidence evidence;
    private final Diplomates diplomates;
    private final Assessor assessor;
    private final Reassessments reassessments;

    CompletionProjection(
            Evidence evidence,
            Diplomates diplomates,
            Assessor assessor,
            Reassessments reassessments) {
        this.evidence = evidence;
        this.diplomates = diplomates;
        this.assessor = assessor;
        this.reassessments = reassessments;
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public ReceivedCompletion read(ReceivedEvent received) throws UnreadableEvent {
        return reading(received);
    }

    static ReceivedCompletion reading(ReceivedEvent received) throws UnreadableEvent {
        if (received.type() == null || !TYPES.contains(received.type())) {
            throw new UnreadableEvent("Unknown type " + received.type());
        }
        if (received.key() == null || received.key().isBlank()) {
            throw new UnreadableEvent("The event has no key");
        }
        return new ReceivedCompletion(
                new DiplomateId(received.key()), received.as(CompletionEvent.class));
    }

    @Override
    public void apply(Handle transaction, List<ReceivedCompletion> received) {
        diplomates.holdActivities(transaction);
        Set<DiplomateId> concerned = evidence.concerned(transaction, received);
        diplomates.lock(transaction, concerned);
        store(transaction, received);
        assessor.assess(transaction, concerned, BY);
    }

    /// While many events are still to come, their diplomates are assessed once after the last one
    /// and not with every batch. A status that is asked for meanwhile is computed from all stored
    /// events.
    @Override
    public void applyBehind(Handle transaction, List<ReceivedCompletion> received) {
        Set<DiplomateId> concerned = evidence.concerned(transaction, received);
        reassessments.demand(transaction, concerned, Reassessments.Reason.COMPLETION);
        diplomates.lock(transaction, concerned);
        store(transaction, received);
    }

    /// The diplomates are locked before, so that no answer is given between the look at the last
    /// one and the commit. A revision that is stored already changes nothing, but its diplomates
    /// are assessed all the same: after a move, the former one may have been assessed before the
    /// move was known.
    private void store(Handle transaction, List<ReceivedCompletion> received) {
        List<CompletionEvent> events = received.stream().map(ReceivedCompletion::event).toList();
        evidence.add(transaction, events);
        evidence.noteMoved(transaction, events);
    }
}
