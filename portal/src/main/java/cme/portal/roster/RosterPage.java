package cme.portal.roster;

import cme.portal.credit.Roster;
import cme.portal.credit.RosterRow;
import cme.portal.page.Formats;
import cme.portal.page.Look;
import cme.portal.page.Query;
import cme.portal.page.Sentences;
import cme.portal.page.Words;
import cme.portal.picture.StackedBar;
import cme.portal.services.Paged;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A roster and what became of its rows.
///
/// @param mayMend whether this visitor posts in the name that the roster has
/// @param withdrawn everything that it recorded is withdrawn
/// @param toMend rows that were rejected; null where none are or others are listed
/// @param waiting rows that wait for the board; null where none do or others are listed
/// @param listed rows of the chosen outcome; null where none is chosen
public record RosterPage(
        String id,
        String name,
        String about,
        String headline,
        String lead,
        @Nullable String done,
        boolean mayMend,
        boolean withdrawn,
        StackedBar bar,
        @Nullable Mending toMend,
        @Nullable Mending waiting,
        @Nullable Listed listed) {

    public record Listed(String title, List<Row> rows, @Nullable String next) {}

    /// @param differences in what a row differs from what is recorded
    public record Row(
            String number,
            String reference,
            @Nullable String completion,
            List<String> sentences,
            List<Difference> differences,
            @Nullable String correct) {}

    public record Difference(String field, String recorded, String sent) {}

    /// The things that the page shows.
    record View(@Nullable String outcome, @Nullable String done, boolean mayMend) {}

    static RosterPage of(
            Roster roster,
            View view,
            @Nullable Mending toMend,
            @Nullable Mending waiting,
            @Nullable Paged<RosterRow> rows,
            Formats formats) {
        Outcomes outcomes = Outcomes.of(roster);
        boolean withdrawn = outcomes.isWithdrawn();
        return new RosterPage(
                roster.id(),
                roster.externalId(),
                about(roster, formats),
                headline(roster, withdrawn, formats),
                lead(roster, withdrawn, formats),
                done(view.done()),
                view.mayMend(),
                withdrawn,
                outcomes.bar(formats, address(roster), view.outcome()),
                toMend,
                waiting,
                rows == null || view.outcome() == null
                        ? null
                        : new Listed(
                                Words.outcome(view.outcome()),
                                rows.items().stream().map(row -> row(row, formats)).toList(),
                                next(roster, view.outcome(), rows.nextCursor())));
    }

    static Query address(Roster roster) {
        return Query.of("/rosters/" + roster.id());
    }

    static @Nullable String next(Roster roster, String outcome, @Nullable String cursor) {
        return cursor == null
                ? null
                : address(roster).with("outcome", outcome).with("cursor", cursor).toString();
    }

    private static String about(Roster roster, Formats formats) {
        return Stream.of(
                        Optional.ofNullable(roster.provider()).orElse("The board"),
                        formats.count(roster.rows(), "row", "rows"),
                        "posted " + formats.instant(roster.receivedAt()))
                .reduce((a, b) -> a + " · " + b)
                .orElseThrow();
    }

    private static String headline(Roster roster, boolean withdrawn, Formats formats) {
        if (withdrawn) {
            return "This roster is withdrawn.";
        }
        if (roster.rejected() > 0) {
            return formats.count(roster.rejected(), "row", "rows") + " to mend.";
        }
        if (roster.conflict() > 0) {
            return formats.count(roster.conflict(), "row differs", "rows differ") + " from before.";
        }
        if (roster.held() > 0) {
            return formats.count(roster.held(), "row waits", "rows wait") + " for the board.";
        }
        return roster.withdrawn() > 0
                ? formats.count(roster.withdrawn(), "row stays", "rows stay") + " withdrawn."
                : "Everything is recorded.";
    }

    private static String lead(Roster roster, boolean withdrawn, Formats formats) {
        if (withdrawn) {
            return "Nothing of it counts. Posting the same file again can put it back.";
        }
        if (roster.rejected() > 0) {
            return roster.recorded() == 0
                    ? "Posting again never doubles anything."
                    : formats.count(
                                    roster.recorded(),
                                    "row is recorded and counts",
                                    "rows are recorded and count")
                            + " already. Posting again never doubles anything.";
        }
        if (roster.conflict() > 0) {
            return "Something else was posted under the same reference before. Correct that"
                    + " completion, or give the row a reference of its own.";
        }
        if (roster.held() > 0) {
            return (roster.held() < roster.rows() ? "Everything else is recorded. " : "")
                    + "You need not do anything; if a row is wrong, correct it here.";
        }
        return "It counts already. Posting the same file again is harmless.";
    }

    private static @Nullable String done(@Nullable String done) {
        return switch (Objects.requireNonNullElse(done, "")) {
            case "posted" -> "The roster is posted.";
            case "mended" -> "The rows are posted.";
            case "withdrawn" -> "The roster is withdrawn.";
            case "put-back" -> "What was withdrawn is put back.";
            default -> null;
        };
    }

    private static Row row(RosterRow row, Formats formats) {
        boolean conflict = row.outcome().equals("CONFLICT");
        return new Row(
                formats.count(row.row()),
                Objects.requireNonNullElse(row.externalId(), "without a reference"),
                row.completion(),
                Stream.of(
                                Optional.ofNullable(row.detail())
                                        .map(detail -> Sentences.of(detail, formats))
                                        .stream(),
                                "board-decided".equals(row.reason())
                                        ? Stream.of("The board has decided on it.")
                                        : Stream.<String>empty(),
                                row.notices().stream()
                                        .map(one -> Sentences.of(one.detail(), formats)))
                        .flatMap(one -> one)
                        .toList(),
                row.differences().stream()
                        .map(
                                one ->
                                        new Difference(
                                                Words.field(one.field()),
                                                value(one.recorded(), formats),
                                                value(one.sent(), formats)))
                        .toList(),
                conflict ? row.completion() : null);
    }

    private static String value(@Nullable String value, Formats formats) {
        return value == null || value.isBlank() ? "nothing" : Sentences.of(value, formats);
    }

    /// The colour of the banner.
    public Look look() {
        return Look.MET;
    }
}
