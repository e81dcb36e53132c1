package cme.compliance.history;

import cme.chassis.http.Page;
import cme.chassis.problem.NoSuchResource;
import cme.compliance.InstantCursor;
import cme.compliance.assessment.Timeline;
import cme.compliance.assessment.Timelines;
import cme.compliance.rules.DiplomateId;

import jakarta.inject.Singleton;

import java.time.Instant;
import java.util.List;

/// Answers questions about the history of a diplomate.
@Singleton
class HistoryService {

    private final Timelines timelines;
    private final RevisionAuthors authors;

    HistoryService(Timelines timelines, RevisionAuthors authors) {
        this.timelines = timelines;
        this.authors = authors;
    }

    /// Reads everything about the diplomate once and assesses once for each entry of the page.
    ///
    /// @throws NoSuchResource when the diplomate has no cycle
    Page<HistoryEntryView> of(DiplomateId diplomate, HistoryQuestion question) {
        Timeline timeline = timelines.of(diplomate);
        timeline.requireCycle();
        var walk = new HistoryWalk(timeline);
        Instant from =
                question.after() != null
                        ? question.after().plusNanos(1_000)
                        : question.from() != null
                                ? timeline.startOf(question.from())
                                : walk.beginning();
        List<Moment> moments =
                walk.walk(from, last(question, timeline), question.page().rowsToFetch());
        Page<Moment> page =
                Page.of(moments, question.page(), moment -> InstantCursor.of(moment.at()));
        RevisionAuthors.Authors by =
                authors.of(page.items().stream().flatMap(m -> m.known().stream()).toList());
        return page.map(moment -> HistoryEntryView.of(moment, by));
    }

    /// The end of the last day, and never more than is known now.
    private Instant last(HistoryQuestion question, Timeline timeline) {
        Instant end = timeline.end();
        if (question.to() == null) {
            return end;
        }
        Instant lastOfDay = timeline.startOf(question.to().plusDays(1)).minusNanos(1_000);
        return lastOfDay.isBefore(end) ? lastOfDay : end;
    }
}
