package cme.compliance.merge;

import static cme.compliance.diplomate.Rows.utc;

import cme.compliance.record.History;
import cme.compliance.record.Revision.Recorded;
import cme.compliance.rules.DiplomateId;
import cme.compliance.rules.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/// Writes revisions of the diplomate who remains after a merge, each at an instant of its own.
final class TakeoverWriter {

    private static final String BY = "merge of ";

    private final Handle transaction;
    private final MergeContradictions contradictions;
    private final DiplomateId survivor;
    private final DiplomateId merged;
    private Instant at;

    /// @param at the instant of the first revision
    TakeoverWriter(
            Handle transaction,
            MergeContradictions contradictions,
            DiplomateId survivor,
            DiplomateId merged,
            Instant at) {
        this.transaction = transaction;
        this.contradictions = contradictions;
        this.survivor = survivor;
        this.merged = merged;
        this.at = at;
    }

    DiplomateId survivor() {
        return survivor;
    }

    /// A value of the merged number.
    ///
    /// @param subject as the record of the survivor names it
    /// @param fits whether the survivor has a place for it
    record Offered<K, V>(Recorded<K, V> their, K subject, boolean fits) {}

    /// Whether a number took a revision over itself; it comes from the merges of that number.
    static boolean isTakenOver(Recorded<?, ?> revision) {
        return revision.recordedBy().startsWith(BY);
    }

    boolean isTakenOverHere(Recorded<?, ?> revision) {
        return revision.recordedBy().equals(BY + merged);
    }

    /// Takes over what the survivor has no value for, and notes what it has another value for.
    <K, V> void takeOver(
            RecordKind kind,
            List<Offered<K, V>> offered,
            History<K, V> own,
            Function<V, String> words) {
        for (Offered<K, V> offer : offered) {
            if (isTakenOver(offer.their())) {
                continue;
            }
            int next = own.next(offer.subject());
            Optional<String> mine = own.inForce(offer.subject()).map(Recorded::value).map(words);
            String value = words.apply(offer.their().value());
            if (mine.isEmpty() && offer.fits()) {
                copy(kind, offer.their(), offer.subject(), next);
            } else if (!mine.equals(Optional.of(value))) {
                contradicts(kind, text(kind, offer.subject()), mine.orElse(null), value, next - 1);
            }
        }
    }

    /// Copies a revision of the merged number.
    void copy(RecordKind kind, Recorded<?, ?> their, Object subject, int number) {
        Update update = transaction.createUpdate(kind.copy());
        switch (kind) {
            case CYCLE, PATHWAY -> {}
            case TRACER -> update.bind("dueYear", subject);
            case DECISION -> update.bind("dueYear", ((Finding.Key) subject).dueYear());
        }
        write(update, kind, merged, their, number);
    }

    void contradicts(
            RecordKind kind,
            String subject,
            @Nullable String mine,
            String theirs,
            int survivorRevision) {
        contradictions.found(
                transaction,
                new MergeContradictions.Found(
                        survivor, merged, kind, subject, mine, theirs, survivorRevision),
                at);
    }

    <K, V> void takeBack(RecordKind kind, History<K, V> own) {
        for (Recorded<K, V> mine : own.inForce((_, _) -> 0)) {
            if (isTakenOverHere(mine)) {
                takeBack(kind, mine, own.next(mine.subject()));
            }
        }
    }

    void takeBack(RecordKind kind, Recorded<?, ?> mine, int number) {
        String reason = "The merge of %s is withdrawn".formatted(merged);
        Update update = transaction.createUpdate(kind.takeBack()).bind("reason", reason);
        write(update, kind, survivor, mine, number);
    }

    void settleContradictions() {
        contradictions.settleSeparated(transaction, survivor, merged, at);
    }

    private void write(
            Update update, RecordKind kind, DiplomateId from, Recorded<?, ?> revision, int number) {
        update.bind("to", survivor.value())
                .bind("from", from.value())
                .bind("revision", revision.number())
                .bind("subject", kind == RecordKind.CYCLE ? "" : text(kind, revision.subject()))
                .bind("number", number)
                .bind("at", utc(at))
                .bind("by", BY + merged)
                .execute();
        at = at.plusNanos(1_000);
    }

    private static String text(RecordKind kind, Object subject) {
        return switch (kind) {
            case CYCLE, TRACER, PATHWAY -> subject.toString();
            case DECISION -> {
                Finding.Key key = (Finding.Key) subject;
                yield key.requirement() + "/" + key.dueYear();
            }
        };
    }
}
