package cme.portal.transcript;

import cme.portal.compliance.Finding;
import cme.portal.compliance.Status;
import cme.portal.credit.Transcript;
import cme.portal.page.Formats;
import cme.portal.page.Part;
import cme.portal.status.StatusAddress;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A transcript: all words and numbers of the page.
///
/// @param heading the name, or the number where it is not known
/// @param days which days are shown
/// @param windows the days of deadlines, to be chosen from
/// @param files the query that the table and the file to print are asked with
/// @param note about amounts that are not known; null where all are
public record TranscriptPage(
        String diplomateId,
        String heading,
        String days,
        String credits,
        String safety,
        String creditsInColumn,
        String safetyInColumn,
        int completions,
        Part<List<Choice>> windows,
        String from,
        String to,
        String files,
        List<Year> years,
        @Nullable String note,
        String made,
        String code) {

    /// @param href the page with these days
    public record Choice(String label, String href, boolean current) {}

    public record Year(String year, List<Row> rows, String credits, String safety) {}

    /// @param about session, provider and category, as far as they are known
    public record Row(
            String id,
            String date,
            String title,
            @Nullable String about,
            String credits,
            String safety) {}

    /// @param status whose windows can be chosen
    static TranscriptPage of(
            Days days, Transcript transcript, Part<Status> status, Formats formats) {
        Transcript.Total total = transcript.total();
        return new TranscriptPage(
                transcript.diplomateId(),
                transcript.name() == null ? transcript.diplomateId() : transcript.name(),
                shown(days, formats),
                formats.shortCredits(total.credits()),
                formats.shortCredits(total.patientSafetyCredits()),
                formats.credits(total.credits()),
                formats.credits(total.patientSafetyCredits()),
                transcript.items().size(),
                status.map(one -> windows(days, transcript.diplomateId(), one, formats)),
                days.from() == null ? "" : days.from().toString(),
                days.to() == null ? "" : days.to().toString(),
                days.query(),
                years(transcript, formats),
                note(total, formats),
                "As of " + formats.instant(transcript.asOf()),
                transcript.verification().code());
    }

    public String path() {
        return StatusAddress.path(diplomateId) + "/transcript";
    }

    public String statusPath() {
        return StatusAddress.path(diplomateId);
    }

    private static String shown(Days days, Formats formats) {
        LocalDate from = days.from();
        LocalDate to = days.to();
        if (from == null) {
            return to == null ? "Everything" : "Until " + formats.date(to);
        }
        return to == null ? "From " + formats.date(from) + " on" : formats.range(from, to);
    }

    private static List<Choice> windows(
            Days days, String diplomateId, Status status, Formats formats) {
        List<Choice> choices = new ArrayList<>();
        String path = StatusAddress.path(diplomateId) + "/transcript";
        choices.add(new Choice("Everything", path, days.from() == null && days.to() == null));
        status.findings().stream()
                .filter(finding -> !finding.window().from().isAfter(status.asOf()))
                .sorted(
                        Comparator.comparing(Finding::deadline)
                                .thenComparing(finding -> finding.window().from()))
                .map(finding -> choice(finding, days, path, formats))
                .distinct()
                .forEach(choices::add);
        return choices;
    }

    private static Choice choice(Finding finding, Days days, String path, Formats formats) {
        Finding.Window window = finding.window();
        return new Choice(
                "Year " + finding.dueYear() + ": " + formats.range(window.from(), window.to()),
                path + new Days(window.from(), window.to(), null).query(),
                Objects.equals(window.from(), days.from())
                        && Objects.equals(window.to(), days.to()));
    }

    private static List<Year> years(Transcript transcript, Formats formats) {
        var byYear =
                transcript.items().stream()
                        .collect(Collectors.groupingBy(item -> item.completedOn().getYear()));
        return transcript.years().stream()
                .map(
                        year ->
                                new Year(
                                        String.valueOf(year.year()),
                                        byYear.getOrDefault(year.year(), List.of()).stream()
                                                .map(item -> row(item, formats))
                                                .toList(),
                                        formats.credits(year.credits()),
                                        formats.credits(year.patientSafetyCredits())))
                .toList();
    }

    private static Row row(Transcript.Item item, Formats formats) {
        List<String> about = new ArrayList<>();
        for (Function<Transcript.Item, @Nullable String> part :
                List.<Function<Transcript.Item, @Nullable String>>of(
                        Transcript.Item::session,
                        Transcript.Item::provider,
                        Transcript.Item::category)) {
            String text = part.apply(item);
            if (text != null) {
                about.add(text);
            }
        }
        BigDecimal safety = item.patientSafetyCredits();
        return new Row(
                item.completion(),
                formats.date(item.completedOn()),
                item.title(),
                about.isEmpty() ? null : String.join(" · ", about),
                formats.credits(item.credits()),
                safety == null ? "not known" : formats.credits(safety));
    }

    private static @Nullable String note(Transcript.Total total, Formats formats) {
        return total.patientSafetyUnknown() == 0
                ? null
                : "The patient-safety part of "
                        + formats.count(total.patientSafetyUnknown(), "completion", "completions")
                        + " is not known; nothing is counted for it.";
    }

    /// The days that a transcript lists.
    ///
    /// @param from null for the beginning
    /// @param to null for the end
    /// @param fault what is wrong with them; then everything is shown
    record Days(@Nullable LocalDate from, @Nullable LocalDate to, @Nullable String fault) {

        static Days of(@Nullable LocalDate from, @Nullable LocalDate to) {
            return from != null && to != null && to.isBefore(from)
                    ? new Days(null, null, "The last day is before the first.")
                    : new Days(from, to, null);
        }

        /// Such as `?from=2026-01-01`; empty for everything.
        String query() {
            List<String> parts = new ArrayList<>();
            if (from != null) {
                parts.add("from=" + from);
            }
            if (to != null) {
                parts.add("to=" + to);
            }
            return parts.isEmpty() ? "" : "?" + String.join("&", parts);
        }
    }
}
