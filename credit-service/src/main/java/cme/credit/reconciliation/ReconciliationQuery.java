package cme.credit.reconciliation;

import cme.chassis.http.Cursor;
import cme.chassis.http.PageRequest;
import cme.chassis.json.Days;
import cme.chassis.json.Fields;
import cme.credit.access.Poster;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The part of a sender's postings that is to be compared.
///
/// @param poster whose postings they are
/// @param activity null for all
/// @param from first day; with `to` at most ten years
record ReconciliationQuery(
        Poster poster, @Nullable String activity, LocalDate from, LocalDate to, PageRequest page) {

    private static final int MAX_TEXT = 100;
    private static final int USUAL_YEARS = 1;
    private static final int MAX_YEARS = 10;

    /// @param caller whose postings they are when no provider is named
    static ReconciliationQuery read(Fields query, Poster caller, LocalDate today) {
        String provider = query.text("provider", MAX_TEXT);
        LocalDate sentTo = query.date("to");
        LocalDate sentFrom = query.date("from");
        LocalDate to =
                sentTo != null
                        ? sentTo
                        : sentFrom == null ? today : sentFrom.plusYears(USUAL_YEARS).minusDays(1);
        LocalDate from = sentFrom == null ? to.minusYears(USUAL_YEARS).plusDays(1) : sentFrom;
        if (from.isAfter(to) || !from.plusYears(MAX_YEARS).isAfter(to)) {
            query.violation("to", "range", "From the first to the last day is at most ten years.");
        }
        String activity = query.text("activity", MAX_TEXT);
        PageRequest page = PageRequest.read(query, 2, cursor -> Days.date(cursor.part(0)) != null);
        query.complete();
        Poster poster = provider == null ? caller : Poster.provider(provider);
        return new ReconciliationQuery(poster, activity, from, to, page);
    }

    static Cursor cursor(ReconciliationItem last) {
        String activity = last.activity();
        return Cursor.of(last.completedOn().toString(), activity == null ? "" : activity);
    }
}
