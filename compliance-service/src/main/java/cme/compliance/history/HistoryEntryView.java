package cme.compliance.history;

import cme.compliance.assessment.ChangesView;
import cme.compliance.rules.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "HistoryEntry",
        description = "A moment at which something became known or the answer changed by itself")
record HistoryEntryView(
        @Schema(description = "The status as known at this instant is the answer after it")
                Instant at,
        @Schema(description = "The day of that status") LocalDate asOf,
        Cause cause,
        @Schema(description = "What became known; empty when only time went by")
                List<KnownView> known,
        @Schema(description = "The standing after it") Standing standing,
        @Schema(examples = "Short 2.00 patient-safety credits by 2026-12-01 (8 days left).")
                String summary,
        ChangesView changes) {

    @Schema(name = "HistoryCause")
    enum Cause {
        /// Something became known.
        KNOWN,
        /// A date of the rules came.
        TIME
    }

    static HistoryEntryView of(Moment moment, RevisionAuthors.Authors authors) {
        return new HistoryEntryView(
                moment.at(),
                moment.status().asOf(),
                moment.known().isEmpty() ? Cause.TIME : Cause.KNOWN,
                moment.known().stream().map(known -> KnownView.of(known, authors)).toList(),
                moment.status().standing(),
                moment.status().summary(),
                ChangesView.of(moment.change()));
    }
}
