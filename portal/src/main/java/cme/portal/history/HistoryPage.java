package cme.portal.history;

import cme.portal.compliance.Changes;
import cme.portal.compliance.HistoryEntry;
import cme.portal.page.Formats;
import cme.portal.page.Look;
import cme.portal.page.Words;
import cme.portal.status.StatusAddress;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The history, the newest first: all words and numbers of the page.
///
/// @param shown such as `1 to 20 of 200`
/// @param previous the page before, of newer entries; null on the first
/// @param next the page after, of older entries; null on the last
/// @param incomplete says that there is more than can be shown; null when there is not
public record HistoryPage(
        String diplomateId,
        String from,
        String to,
        String shown,
        @Nullable String previous,
        @Nullable String next,
        @Nullable String incomplete,
        List<Entry> entries) {

    /// @param before the standing before it; that after it where it stayed
    /// @param href the status as it was known then
    public record Entry(
            String at,
            String cause,
            Look before,
            Look after,
            List<Item> items,
            List<Change> changes,
            String summary,
            String href) {}

    /// One thing that became known.
    ///
    /// @param text its value; null where none is known
    /// @param facts who recorded it, and why
    /// @param href its page; null where it has none
    public record Item(
            String title, @Nullable String text, @Nullable String facts, @Nullable String href) {}

    /// @param amounts such as `145.75 → 155.75`; null where they stayed
    public record Change(String about, @Nullable String amounts, Look before, Look after) {}

    /// @param entries everything that was asked for, the oldest first
    /// @param more whether there is more than that
    static HistoryPage of(
            HistoryQuestion question,
            List<HistoryEntry> entries,
            boolean more,
            int pageSize,
            HistoryWords words) {
        Formats formats = words.formats();
        List<HistoryEntry> newest = entries.reversed();
        int pages = Math.max(1, (newest.size() + pageSize - 1) / pageSize);
        int page = Math.clamp(question.page(), 1, pages);
        int first = (page - 1) * pageSize;
        int last = Math.min(first + pageSize, newest.size());
        return new HistoryPage(
                question.diplomateId(),
                question.from() == null ? "" : question.from().toString(),
                question.to() == null ? "" : question.to().toString(),
                newest.isEmpty()
                        ? "Nothing"
                        : formats.count(first + 1L)
                                + " to "
                                + formats.count(last)
                                + " of "
                                + formats.count(newest.size()),
                page == 1 ? null : question.address(page - 1),
                page == pages ? null : question.address(page + 1),
                more
                        ? "There is more than a page can read. Choose fewer days to see the rest."
                        : null,
                newest.subList(first, last).stream()
                        .map(entry -> entry(question.diplomateId(), entry, words))
                        .toList());
    }

    public String path() {
        return StatusAddress.path(diplomateId) + "/history";
    }

    public String statusPath() {
        return StatusAddress.path(diplomateId);
    }

    private static Entry entry(String diplomateId, HistoryEntry entry, HistoryWords words) {
        Formats formats = words.formats();
        Changes.OfStanding standing = entry.changes().standing();
        Look after = Look.of(entry.standing());
        return new Entry(
                formats.instant(entry.at()),
                entry.known().isEmpty() ? "Only time went by." : "",
                standing == null ? after : Look.of(standing.before()),
                after,
                entry.known().stream().map(known -> item(known, words)).toList(),
                entry.changes().findings().stream()
                        .filter(change -> change.stateAfter() != null)
                        .map(change -> change(change, formats))
                        .toList(),
                formats.sentence(entry.summary()),
                StatusAddress.of(diplomateId, entry.asOf(), entry.at()));
    }

    private static Item item(HistoryEntry.Known known, HistoryWords words) {
        List<String> facts =
                Stream.of(
                                known.by() == null ? null : "by " + known.by(),
                                known.reason() == null ? null : "“" + known.reason() + "”")
                        .filter(fact -> fact != null)
                        .toList();
        return new Item(
                words.title(known),
                words.text(known),
                facts.isEmpty() ? null : String.join(" · ", facts),
                switch (known.kind()) {
                    case "COMPLETION" -> "/completions/" + known.subject();
                    case "ACTIVITY" -> "/activities/" + known.subject();
                    default -> null;
                });
    }

    private static Change change(Changes.OfFinding change, Formats formats) {
        BigDecimal before = change.earnedBefore();
        BigDecimal after = change.earnedAfter();
        boolean moved = before != null && after != null && before.compareTo(after) != 0;
        Look state = Look.of(change.stateAfter());
        return new Change(
                Words.requirement(change.requirement()) + ", year " + change.dueYear(),
                moved ? formats.shortCredits(before) + " → " + formats.shortCredits(after) : null,
                change.stateBefore() == null ? state : Look.of(change.stateBefore()),
                state);
    }
}
