package cme.portal.correction;

import cme.portal.credit.Completion;
import cme.portal.page.Formats;
import cme.portal.page.Look;
import cme.portal.page.Names;
import cme.portal.page.Query;
import cme.portal.page.Words;
import cme.portal.services.Paged;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Proposed corrections, the oldest first.
///
/// @param choices the states by which they are listed
/// @param next the address of the next page; null on the last
public record CorrectionsPage(
        String headline,
        String lead,
        List<Choice> choices,
        List<Row> rows,
        String whenEmpty,
        @Nullable String next) {

    /// Everything, whatever its state; the service is asked without one.
    static final String ALL = "ALL";

    private static final String WAITING = "PROPOSED";
    private static final List<String> STATES =
            List.of(WAITING, "ACCEPTED", "REJECTED", "SUPERSEDED", ALL);

    public record Choice(String label, String href, boolean chosen) {}

    /// @param what the activity or title, and the day
    public record Row(
            String href,
            String what,
            String credits,
            String reason,
            String by,
            Look look,
            String state) {}

    /// @param state as the address says it; null for those that wait
    static CorrectionsPage of(
            Paged<Completion.Proposal> list,
            @Nullable String state,
            boolean forBoard,
            Formats formats) {
        String chosen = Objects.requireNonNullElse(state, WAITING);
        return new CorrectionsPage(
                headline(list, chosen, formats),
                forBoard
                        ? "A society proposes a correction where the board has decided before."
                                + " Nothing changes until you accept it."
                        : "Where the board has decided, a correction is proposed. Nothing changes"
                                + " until the board accepts it.",
                STATES.stream()
                        .map(
                                one ->
                                        new Choice(
                                                one.equals(ALL) ? "All" : Words.proposal(one),
                                                address(one.equals(WAITING) ? null : one)
                                                        .toString(),
                                                one.equals(chosen)))
                        .toList(),
                list.items().stream().map(one -> row(one, formats)).toList(),
                chosen.equals(WAITING) ? "No correction waits." : "There is none.",
                list.nextCursor() == null
                        ? null
                        : address(state).with("cursor", list.nextCursor()).toString());
    }

    /// The state that the service is asked for; null for all.
    static @Nullable String asked(@Nullable String state) {
        return ALL.equals(state) ? null : Objects.requireNonNullElse(state, WAITING);
    }

    private static Query address(@Nullable String state) {
        return Query.of("/corrections").with("state", state);
    }

    private static String headline(
            Paged<Completion.Proposal> list, String chosen, Formats formats) {
        if (!chosen.equals(WAITING)) {
            return "Proposed corrections";
        }
        if (list.items().isEmpty()) {
            return "Nothing waits.";
        }
        return list.nextCursor() == null
                ? formats.count(list.items().size(), "correction waits.", "corrections wait.")
                : "More than " + formats.count(list.items().size()) + " corrections wait.";
    }

    private static Row row(Completion.Proposal one, Formats formats) {
        Completion.Correction correction = one.correction();
        return new Row(
                "/corrections/" + one.id(),
                Names.title(correction.title(), correction.activity())
                        + ", "
                        + formats.date(correction.completedOn()),
                formats.shortCredits(correction.credits()),
                correction.reason(),
                Stream.of(one.provider(), formats.date(formats.day(one.proposedAt())))
                        .filter(Objects::nonNull)
                        .reduce((provider, day) -> provider + ", " + day)
                        .orElse(""),
                look(one.state()),
                Words.proposal(one.state()));
    }

    static Look look(String state) {
        return switch (state) {
            case WAITING -> Look.DECISION_NEEDED;
            case "ACCEPTED" -> Look.MET;
            case "REJECTED" -> Look.NOT_MET;
            default -> Look.UPCOMING;
        };
    }
}
