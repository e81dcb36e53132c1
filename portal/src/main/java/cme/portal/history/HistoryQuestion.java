package cme.portal.history;

import cme.portal.status.StatusAddress;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The part of a history that is asked for.
///
/// @param from the first day; null for the beginning
/// @param to the last day; null for today
/// @param fault what is wrong with the days; then all are shown
/// @param page 1 for the newest entries
record HistoryQuestion(
        String diplomateId,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String fault,
        int page) {

    static HistoryQuestion of(
            String diplomateId,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Integer page) {
        boolean turned = from != null && to != null && to.isBefore(from);
        return new HistoryQuestion(
                diplomateId,
                turned ? null : from,
                turned ? null : to,
                turned ? "The last day is before the first." : null,
                page == null ? 1 : page);
    }

    /// The address of another page of the same.
    String address(int other) {
        List<String> query = new ArrayList<>();
        if (from != null) {
            query.add("from=" + from);
        }
        if (to != null) {
            query.add("to=" + to);
        }
        if (other > 1) {
            query.add("page=" + other);
        }
        String path = StatusAddress.path(diplomateId) + "/history";
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }
}
