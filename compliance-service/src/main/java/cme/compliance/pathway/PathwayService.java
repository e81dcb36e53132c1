package cme.compliance.pathway;

import cme.chassis.problem.Violation;
import cme.compliance.record.DiplomateRecord;
import cme.compliance.record.DiplomateRecord.PathwayRecord;
import cme.compliance.record.Outcome;
import cme.compliance.record.Recording;
import cme.compliance.record.RevisionService;
import cme.compliance.rules.DiplomateId;
import cme.compliance.rules.Pathway;

import jakarta.inject.Singleton;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Records the pathway spans of a diplomate. They never overlap: on each day one pathway holds.
@Singleton
class PathwayService extends RevisionService<LocalDate, PathwayRecord> {

    /// Far more than a career has. It bounds what every assessment reads.
    private static final int MAX_SPANS = 50;

    PathwayService(Recording recording, Pathways pathways) {
        super(
                recording,
                DiplomateRecord::pathwayHistory,
                (diplomate, added) ->
                        pathways.persistAndFlush(new PathwayRevision(diplomate, added)));
    }

    @Override
    protected Optional<Outcome<LocalDate, PathwayRecord>> refusal(
            DiplomateId diplomate, DiplomateRecord record, PathwayRecord wanted) {
        return Outcome.invalid(violations(record, wanted.span()));
    }

    private static List<Violation> violations(DiplomateRecord record, Pathway.Span wanted) {
        List<Pathway.Span> others =
                record.pathwayHistory().inForce(Comparator.<LocalDate>naturalOrder()).stream()
                        .map(recorded -> recorded.value().span())
                        .filter(other -> !other.from().equals(wanted.from()))
                        .toList();
        if (others.size() >= MAX_SPANS) {
            return List.of(
                    new Violation(
                            "", "pathway.too-many", "At most " + MAX_SPANS + " spans are kept."));
        }
        return others.stream()
                .filter(other -> overlap(other, wanted))
                .map(other -> overlapping(other, wanted))
                .toList();
    }

    private static boolean overlap(Pathway.Span other, Pathway.Span wanted) {
        return (other.until() == null || !other.until().isBefore(wanted.from()))
                && (wanted.until() == null || !other.from().isAfter(wanted.until()));
    }

    private static Violation overlapping(Pathway.Span other, Pathway.Span wanted) {
        return new Violation(
                other.from().isBefore(wanted.from()) ? "/from" : "/until",
                "pathway.overlap",
                "%s holds from %s until %s already. Post that span again with another last day first."
                        .formatted(
                                other.pathway(),
                                other.from(),
                                other.until() == null ? "further notice" : other.until()));
    }
}
