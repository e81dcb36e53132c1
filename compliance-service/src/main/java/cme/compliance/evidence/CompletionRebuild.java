package cme.compliance.evidence;

import cme.chassis.projector.ReceivedEvent;
import cme.chassis.projector.UnreadableEvent;
import cme.chassis.rebuild.CopyTable;
import cme.chassis.rebuild.Rebuildable;
import cme.compliance.diplomate.Diplomates;
import cme.compliance.reassessment.Reassessments;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Rebuilds the evidence and has all diplomates assessed again, because a rebuild is asked for when
/// the stored data is not trusted. Only real changes become events. Revisions that were missing are
/// known from now on: the answers that were given without them stay as they are.
@Singleton
class CompletionRebuild implements Rebuildable<ReceivedCompletion> {

    private final Evidence evidence;
    private final Diplomates diplomates;
    private final Reassessments reassessments;

    CompletionRebuild(Evidence evidence, Diplomates diplomates, Reassessments reassessments) {
        this.evidence = evidence;
        this.diplomates = diplomates;
        this.reassessments = reassessments;
    }

    @Override
    public String topic() {
        return CompletionProjection.TOPIC;
    }

    @Override
    public List<CopyTable> tables() {
        return List.of(
                CopyTable.of("completion_revision", "diplomate_id", "completion", "revision"),
                CopyTable.of("completion_moved", "diplomate_id", "diplomate_id", "completion"));
    }

    @Override
    public ReceivedCompletion read(ReceivedEvent event) throws UnreadableEvent {
        return CompletionProjection.reading(event);
    }

    @Override
    public void store(Handle transaction, List<ReceivedCompletion> received) {
        List<CompletionEvent> events = received.stream().map(ReceivedCompletion::event).toList();
        evidence.store(transaction, events);
        evidence.noteMoved(transaction, events);
    }

    @Override
    public void exchange(Handle transaction, Set<String> subjects, Runnable exchange) {
        diplomates.keepAssessmentsOut(transaction);
        Set<Evidence.Key> before = evidence.stored(transaction, subjects);
        exchange.run();
        evidence.noteLate(
                transaction,
                evidence.stored(transaction, subjects).stream()
                        .filter(revision -> !before.contains(revision))
                        .toList());
        reassessments.addAll(transaction);
    }
}
