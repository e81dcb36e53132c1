package cme.compliance.record;

import cme.chassis.http.Deletion;
import cme.chassis.http.IfMatch;
import cme.compliance.record.Revision.Recorded;
import cme.compliance.rules.DiplomateId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/// Changes one kind of the subjects in the record of a diplomate.
public abstract class RevisionService<K, V> {

    private final Recording recording;
    private final Function<DiplomateRecord, History<K, V>> history;
    private final BiConsumer<DiplomateId, Revision<K, V>> add;

    /// @param add adds a revision as an entity and flushes it
    protected RevisionService(
            Recording recording,
            Function<DiplomateRecord, History<K, V>> history,
            BiConsumer<DiplomateId, Revision<K, V>> add) {
        this.recording = recording;
        this.history = history;
        this.add = add;
    }

    /// The reason why the rest of the record does not allow a value.
    protected abstract Optional<Outcome<K, V>> refusal(
            DiplomateId diplomate, DiplomateRecord record, V value);

    /// The revision in force that says the same already. Whether the rest of the record allows it
    /// is not asked again.
    ///
    /// @param current the latest revision of the subject
    protected Optional<Recorded<K, V>> same(
            DiplomateRecord record, Optional<Recorded<K, V>> current, Function<Instant, V> value) {
        return current.filter(revision -> revision.says(value));
    }

    /// The revision that a caller replaces or takes back.
    protected Optional<Recorded<K, V>> current(DiplomateRecord record, K subject) {
        return history.apply(record).inForce(subject);
    }

    /// The reason why the rest of the record does not allow that a value is taken back.
    protected Optional<Outcome<K, V>> refusalToTakeBack(DiplomateRecord record, V value) {
        return Optional.empty();
    }

    /// Records a value, unless it is in force already.
    ///
    /// @param value makes the value that is recorded at an instant
    /// @param ifMatch the revision that the caller wants to replace
    public Outcome<K, V> put(
            DiplomateId diplomate,
            K subject,
            Function<Instant, V> value,
            IfMatch ifMatch,
            String by) {
        return recording.change(
                Set.of(diplomate),
                by,
                (transaction, records, changed) -> {
                    DiplomateRecord record = records.get(diplomate);
                    Outcome<K, V> outcome =
                            decide(transaction, diplomate, record, subject, value, ifMatch, by);
                    outcome.added()
                            .ifPresent(
                                    added -> {
                                        add.accept(diplomate, added);
                                        changed.add(diplomate);
                                    });
                    return outcome;
                });
    }

    /// Decides about a value without recording it.
    protected final Outcome<K, V> decide(
            Handle transaction,
            DiplomateId diplomate,
            DiplomateRecord record,
            K subject,
            Function<Instant, V> value,
            IfMatch ifMatch,
            String by) {
        if (record.mergedInto().isPresent()) {
            return Outcome.merged(diplomate, record.mergedInto().get());
        }
        History<K, V> revisions = history.apply(record);
        Optional<Recorded<K, V>> current = current(record, subject);
        Optional<Recorded<K, V>> same = same(record, current, value);
        if (same.isPresent()) {
            return new Outcome.Unchanged<>(same.get());
        }
        if (current.isEmpty()) {
            ifMatch.requireNoneOf("recorded value");
        } else if (!ifMatch.matches(current.get().number())) {
            return new Outcome.Stale<>(current.get());
        }
        Instant at = recording.next(transaction, diplomate, record);
        Recorded<K, V> wanted =
                new Recorded<>(subject, revisions.next(subject), value.apply(at), at, by);
        return refusal(diplomate, record, wanted.value())
                .orElseGet(
                        () ->
                                current.isPresent()
                                        ? new Outcome.Replaced<>(wanted)
                                        : new Outcome.Created<>(wanted));
    }

    /// Takes a subject back, if it has a value. To take it back again is harmless; what never had a
    /// value was not seen either.
    ///
    /// @param wish the revision that the caller wants to take back, and why
    public Outcome<K, V> takeBack(DiplomateId diplomate, K subject, Deletion wish, String by) {
        return recording.change(
                Set.of(diplomate),
                by,
                (transaction, records, changed) -> {
                    DiplomateRecord record = records.get(diplomate);
                    if (record.mergedInto().isPresent()) {
                        return Outcome.merged(diplomate, record.mergedInto().get());
                    }
                    Optional<Recorded<K, V>> current = current(record, subject);
                    if (current.isEmpty()) {
                        if (history.apply(record).isNew(subject)) {
                            wish.ifMatch().requireNoneOf("recorded value");
                        }
                        return new Outcome.TakenBack<>();
                    }
                    if (!wish.ifMatch().matches(current.get().number())) {
                        return new Outcome.Stale<>(current.get());
                    }
                    V value = current.get().value();
                    Optional<Outcome<K, V>> refusal = refusalToTakeBack(record, value);
                    if (refusal.isPresent()) {
                        return refusal.get();
                    }
                    Instant at = recording.next(transaction, diplomate, record);
                    int next = history.apply(record).next(subject);
                    add.accept(
                            diplomate,
                            new Revision.TakenBack<>(subject, next, value, wish.reason(), at, by));
                    changed.add(diplomate);
                    return new Outcome.TakenBack<>();
                });
    }
}
