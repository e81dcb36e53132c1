package cme.compliance.merge;

import cme.chassis.projector.Projection;
import cme.chassis.projector.ReceivedEvent;
import cme.chassis.projector.UnreadableEvent;
import cme.compliance.diplomate.Assessor;
import cme.compliance.diplomate.Diplomates;
import cme.compliance.person.Persons;
import cme.compliance.rules.DiplomateId;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Stores which numbers are merged, has the record of a merged number taken over or given back, and
/// assesses both diplomates.
///
/// Completions come on another topic, in no order with this one. They are not touched: those of a
/// merged number count for the diplomate who remains as long as it is merged.
@Singleton
class MergeProjection implements Projection<MergeEvent> {

    static final String TOPIC = "credit.identities.v1";

    private static final Set<String> TYPES =
            Set.of(
                    "cme.credit.identity.merged",
                    "cme.credit.identity.separated",
                    "cme.credit.identity.erased");

    private static final String BY = "event " + TOPIC;

    private final MergeRevisions revisions;
    private final RecordTakeover takeover;
    private final Persons persons;
    private final Diplomates diplomates;
    private final Assessor assessor;

    MergeProjection(
            MergeRevisions revisions,
            RecordTakeover takeover,
            Persons persons,
            Diplomates diplomates,
            Assessor assessor) {
        this.revisions = revisions;
        this.takeover = takeover;
        this.persons = persons;
        this.diplomates = diplomates;
        this.assessor = assessor;
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public MergeEvent read(ReceivedEvent received) throws UnreadableEvent {
        return reading(received);
    }

    static MergeEvent reading(ReceivedEvent received) throws UnreadableEvent {
        if (received.type() == null || !TYPES.contains(received.type())) {
            throw new UnreadableEvent("Unknown type " + received.type());
        }
        return received.as(MergeEvent.class);
    }

    static List<MergeEvent> withoutErasures(List<MergeEvent> events) {
        return events.stream().filter(event -> !event.isErasure()).toList();
    }

    @Override
    public void apply(Handle transaction, List<MergeEvent> received) {
        List<MergeEvent> events = withoutErasures(received);
        diplomates.holdActivities(transaction);
        Set<DiplomateId> numbers = new HashSet<>();
        Set<DiplomateId> named = new HashSet<>();
        for (MergeEvent event : events) {
            numbers.add(new DiplomateId(event.diplomateId()));
            if (event.mergedInto() != null) {
                named.add(new DiplomateId(event.mergedInto()));
            }
        }
        named.addAll(numbers);
        Set<DiplomateId> concerned = persons.concerned(transaction, named);
        diplomates.lock(transaction, concerned);
        Map<DiplomateId, DiplomateId> before = revisions.inForce(transaction, numbers);
        revisions.noteLate(transaction, revisions.store(transaction, events));
        takeover.follow(transaction, before, revisions.inForce(transaction, numbers));
        assessor.assess(transaction, concerned, BY);
    }
}
