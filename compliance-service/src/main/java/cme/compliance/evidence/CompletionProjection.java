package cme.compliance.evidence;

import cme.chassis.projector.Projection;
import cme.chassis.projector.ReceivedEvent;
import cme.chassis.projector.UnreadableEvent;
import cme.compliance.diplomate.Assessor;
import cme.compliance.diplomate.Diplomates;
import cme.compliance.reassessment.Reassessments;
import cme.compliance.rules.DiplomateId;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Takes completions from the ledger and assesses the diplomates whom they concern.
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
        var concerned = takeIn(transaction, received);
        diplomates.lock(transaction, concerned);
        assessor.assess(transaction, concerned, BY);
    }

    /// While many events still come, a diplomate whom they concern is assessed once after them and
    /// not with every batch. Whoever asks about one who waits is answered from all that is there.
    @Override
    public void applyBehind(Handle transaction, List<ReceivedCompletion> received) {
        reassessments.demand(transaction, takeIn(transaction, received));
    }

    /// A revision that is there already changes nothing, but the key is assessed all the same: when
    /// a completion moved, the one who had it before may have been assessed without knowing of
    /// that.
    ///
    /// @return whom it concerns
    private Set<DiplomateId> takeIn(Handle transaction, List<ReceivedCompletion> received) {
        var events = received.stream().map(ReceivedCompletion::event).toList();
        evidence.add(transaction, events);
        var concerned = new HashSet<>(evidence.noteMoved(transaction, events));
        for (var completion : received) {
            concerned.add(completion.key());
            concerned.add(new DiplomateId(completion.event().diplomateId()));
        }
        return concerned;
    }
}
