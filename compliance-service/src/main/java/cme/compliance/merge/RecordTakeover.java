package cme.compliance.merge;

import static cme.compliance.diplomate.Rows.utc;

import cme.compliance.record.DiplomateRecord.PathwayRecord;
import cme.compliance.record.DiplomateRecord;
import cme.compliance.record.DueYears;
import cme.compliance.record.History;
import cme.compliance.record.RecordWords;
import cme.compliance.record.Recording;
import cme.compliance.record.Records;
import cme.compliance.record.Revision.Recorded;
import cme.compliance.record.Revision;
import cme.compliance.rules.Cycle;
import cme.compliance.rules.Decision;
import cme.compliance.rules.DiplomateId;
import cme.compliance.rules.Finding;
import cme.compliance.rules.RuleSet;
import cme.compliance.rules.Tracer;
import cme.compliance.ruleset.RuleSetDocument;
import cme.compliance.ruleset.RuleSets;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/// Has the diplomate who remains after a merge take over cycle, tracers, pathways and decisions of
/// the merged number, as revisions of its own, where it has none. The record of the merged number
/// stays as it is. When the merge is withdrawn, what was taken over is taken back.
@Singleton
class RecordTakeover {

    private static final String BY = "merge of ";

    private final Records records;
    private final Recording recording;
    private final RuleSets ruleSets;
    private final MergeContradictions contradictions;

    RecordTakeover(
            Records records,
            Recording recording,
            RuleSets ruleSets,
            MergeContradictions contradictions) {
        this.records = records;
        this.recording = recording;
        this.ruleSets = ruleSets;
        this.contradictions = contradictions;
    }

    /// @param before the numbers into which some were merged
    /// @param after the same after the change
    void follow(
            Handle transaction,
            Map<DiplomateId, DiplomateId> before,
            Map<DiplomateId, DiplomateId> after) {
        Set<DiplomateId> numbers = new HashSet<>(before.keySet());
        numbers.addAll(after.keySet());
        for (DiplomateId number : numbers.stream().sorted(BY_NUMBER).toList()) {
            DiplomateId from = before.get(number);
            DiplomateId to = after.get(number);
            if (Objects.equals(from, to)) {
                continue;
            }
            if (from != null) {
                giveBack(transaction, number, from);
            }
            if (to != null) {
                takeOver(transaction, number, to);
            }
        }
    }

    private static final Comparator<DiplomateId> BY_NUMBER =
            Comparator.comparing(DiplomateId::value);

    private void takeOver(Handle transaction, DiplomateId merged, DiplomateId into) {
        Map<DiplomateId, DiplomateRecord> both = records.of(transaction, List.of(merged, into));
        DiplomateRecord theirs = both.get(merged);
        DiplomateRecord own = both.get(into);
        var writer = new Writer(transaction, into, merged, next(transaction, into, own));
        writer.takeOver(
                RecordKind.CYCLE,
                ofSurvivor(theirs.cycleHistory(), into),
                own.cycleHistory(),
                RecordWords::of,
                _ -> true);
        Optional<Cycle> cycle = own.cycle().or(theirs::cycle);
        Optional<RuleSet> rules =
                cycle.flatMap(c -> ruleSets.find(c.ruleSet())).map(RuleSetDocument::rules);
        writer.takeOver(
                RecordKind.TRACER,
                theirs.tracerHistory(),
                own.tracerHistory(),
                RecordWords::of,
                (Tracer.Chosen tracer) ->
                        rules.stream()
                                .allMatch(r -> DueYears.ofTracers(r).contains(tracer.dueYear())));
        writer.takeOver(
                RecordKind.DECISION,
                theirs.decisionHistory(),
                own.decisionHistory(),
                RecordWords::of,
                (Decision decision) ->
                        rules.stream()
                                .allMatch(r -> DueYears.fits(decision, r, cycle.orElseThrow())));
        takeOverPathways(writer, theirs, own);
    }

    /// A span that overlaps another one of the survivor contradicts it, unless both say the same.
    private static void takeOverPathways(
            Writer writer, DiplomateRecord theirs, DiplomateRecord own) {
        List<Recorded<LocalDate, PathwayRecord>> spans =
                own.pathwayHistory().inForce(Comparator.naturalOrder());
        writer.takeOver(
                RecordKind.PATHWAY,
                theirs.pathwayHistory(),
                own.pathwayHistory(),
                pathway -> RecordWords.of(pathway.span()),
                (PathwayRecord pathway) ->
                        spans.stream().noneMatch(mine -> overlap(mine.value(), pathway)));
    }

    private static boolean overlap(PathwayRecord one, PathwayRecord other) {
        LocalDate oneUntil = one.span().until();
        LocalDate otherUntil = other.span().until();
        return (oneUntil == null || !oneUntil.isBefore(other.span().from()))
                && (otherUntil == null || !otherUntil.isBefore(one.span().from()));
    }

    /// The cycle of the merged number as one of the survivor, which is its subject.
    private static History<DiplomateId, Cycle> ofSurvivor(
            History<DiplomateId, Cycle> cycles, DiplomateId survivor) {
        return new History<>(
                cycles.revisions().stream()
                        .map(revision -> withSubject(revision, survivor))
                        .toList());
    }

    private static Revision<DiplomateId, Cycle> withSubject(
            Revision<DiplomateId, Cycle> revision, DiplomateId survivor) {
        return switch (revision) {
            case Recorded<DiplomateId, Cycle>(_, int number, Cycle cycle, Instant at, String by) ->
                    new Recorded<>(survivor, number, cycle, at, by);
            case Revision.TakenBack<DiplomateId, Cycle>(
                            _,
                            int number,
                            String reason,
                            Instant at,
                            String by) ->
                    new Revision.TakenBack<>(survivor, number, reason, at, by);
        };
    }

    private void giveBack(Handle transaction, DiplomateId merged, DiplomateId from) {
        DiplomateRecord own = records.of(transaction, List.of(from)).get(from);
        var writer = new Writer(transaction, from, merged, next(transaction, from, own));
        writer.takeBack(RecordKind.DECISION, own.decisionHistory());
        writer.takeBack(RecordKind.PATHWAY, own.pathwayHistory());
        writer.takeBack(RecordKind.TRACER, own.tracerHistory());
        writer.takeBack(RecordKind.CYCLE, own.cycleHistory());
        contradictions.settleSeparated(transaction, from, merged, writer.at);
    }

    private Instant next(Handle transaction, DiplomateId diplomate, DiplomateRecord record) {
        return recording.next(transaction, diplomate, record);
    }

    /// Writes revisions of the survivor, each at an instant of its own.
    private final class Writer {

        private final Handle transaction;
        private final DiplomateId survivor;
        private final DiplomateId merged;
        private Instant at;

        Writer(Handle transaction, DiplomateId survivor, DiplomateId merged, Instant at) {
            this.transaction = transaction;
            this.survivor = survivor;
            this.merged = merged;
            this.at = at;
        }

        /// What the merged number took over itself comes from its own merges.
        <K, V> void takeOver(
                RecordKind kind,
                History<K, V> theirs,
                History<K, V> own,
                Function<V, String> words,
                Predicate<V> fits) {
            for (Recorded<K, V> their : theirs.inForce((_, _) -> 0)) {
                if (their.recordedBy().startsWith(BY)) {
                    continue;
                }
                Optional<String> mine =
                        own.inForce(their.subject()).map(Recorded::value).map(words);
                String value = words.apply(their.value());
                if (mine.isEmpty() && fits.test(their.value())) {
                    write(
                            transaction.createUpdate(kind.copy()),
                            kind,
                            merged,
                            their,
                            own.next(their.subject()));
                } else if (!mine.equals(Optional.of(value))) {
                    contradictions.found(
                            transaction,
                            new MergeContradictions.Found(
                                    survivor,
                                    merged,
                                    kind,
                                    subject(kind, their.subject()),
                                    mine.orElse(null),
                                    value,
                                    own.next(their.subject()) - 1),
                            at);
                }
            }
        }

        <K, V> void takeBack(RecordKind kind, History<K, V> own) {
            for (Recorded<K, V> mine : own.inForce((_, _) -> 0)) {
                if (mine.recordedBy().equals(BY + merged)) {
                    String reason = "The merge of %s is withdrawn".formatted(merged);
                    write(
                            transaction.createUpdate(kind.takeBack()).bind("reason", reason),
                            kind,
                            survivor,
                            mine,
                            own.next(mine.subject()));
                }
            }
        }

        private <K, V> void write(
                Update update,
                RecordKind kind,
                DiplomateId from,
                Recorded<K, V> revision,
                int number) {
            update.bind("to", survivor.value())
                    .bind("from", from.value())
                    .bind("revision", revision.number())
                    .bind(
                            "subject",
                            kind == RecordKind.CYCLE ? "" : subject(kind, revision.subject()))
                    .bind("number", number)
                    .bind("at", utc(at))
                    .bind("by", BY + merged)
                    .execute();
            at = at.plusNanos(1_000);
        }
    }

    private static String subject(RecordKind kind, Object subject) {
        return switch (kind) {
            case CYCLE, TRACER, PATHWAY -> subject.toString();
            case DECISION -> {
                Finding.Key key = (Finding.Key) subject;
                yield key.requirement() + "/" + key.dueYear();
            }
        };
    }
}
