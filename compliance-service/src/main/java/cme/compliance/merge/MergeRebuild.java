package cme.compliance.merge;

import cme.chassis.projector.ReceivedEvent;
import cme.chassis.projector.UnreadableEvent;
import cme.chassis.rebuild.CopyTable;
import cme.chassis.rebuild.Rebuildable;
import cme.compliance.diplomate.Diplomates;
import cme.compliance.reassessment.Reassessments;
import cme.compliance.rules.DiplomateId;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Rebuilds which numbers are merged. The rebuild of the evidence marks all diplomates for
/// reassessment, so this one marks none.
@Singleton
class MergeRebuild implements Rebuildable<MergeEvent> {

    private final MergeRevisions revisions;
    private final RecordTakeover takeover;
    private final Diplomates diplomates;
    private final Reassessments reassessments;

    MergeRebuild(
            MergeRevisions revisions,
            RecordTakeover takeover,
            Diplomates diplomates,
            Reassessments reassessments) {
        this.revisions = revisions;
        this.takeover = takeover;
        this.diplomates = diplomates;
        this.reassessments = reassessments;
    }

    @Override
    public String topic() {
        return MergeProjection.TOPIC;
    }

    @Override
    public List<CopyTable> tables() {
        return List.of(CopyTable.of("merge_revision", "diplomate_id", "diplomate_id", "revision"));
    }

    @Override
    public MergeEvent read(ReceivedEvent event) throws UnreadableEvent {
        return MergeProjection.reading(event);
    }

    @Override
    public void store(Handle transaction, List<MergeEvent> events) {
        revisions.store(transaction, MergeProjection.withoutErasures(events));
    }

    @Override
    public void exchange(Handle transaction, Set<String> subjects, Runnable exchange) {
        diplomates.keepAssessmentsOut(transaction);
        List<DiplomateId> numbers = subjects.stream().map(DiplomateId::new).toList();
        Map<DiplomateId, DiplomateId> before = revisions.inForce(transaction, numbers);
        Set<MergeRevisions.Key> stored = revisions.stored(transaction, subjects);
        exchange.run();
        revisions.noteLate(
                transaction,
                revisions.stored(transaction, subjects).stream()
                        .filter(revision -> !stored.contains(revision))
                        .toList());
        Map<DiplomateId, DiplomateId> after = revisions.inForce(transaction, numbers);
        takeover.follow(transaction, before, after);
        var concerned = new HashSet<>(numbers);
        concerned.addAll(before.values());
        concerned.addAll(after.values());
        reassessments.demand(transaction, concerned, Reassessments.Reason.REBUILD);
    }
}
