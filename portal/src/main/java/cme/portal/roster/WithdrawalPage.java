package cme.portal.roster;

import cme.portal.credit.Roster;
import cme.portal.page.Formats;
import cme.portal.page.Sentences;
import cme.portal.services.ServiceProblem;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The completions that the withdrawal of a whole roster would take, before it is done.
///
/// @param error of the reason, or null
/// @param preview null until a reason is given
public record WithdrawalPage(
        String id, String name, String reason, @Nullable String error, @Nullable Preview preview) {

    private static final int SHOWN = 20;

    /// @param button null when there is nothing to withdraw
    /// @param more such as `and 174 more`; null when all are shown
    public record Preview(
            String headline,
            @Nullable String discarded,
            List<Line> taken,
            @Nullable String more,
            List<Line> kept,
            @Nullable String button) {}

    public record Line(String completion, String reference, String diplomate) {}

    static WithdrawalPage before(
            Roster roster,
            @Nullable String reason,
            @Nullable ServiceProblem refused,
            Formats formats) {
        String error = null;
        if (refused != null) {
            error =
                    refused.errors().stream()
                            .map(one -> Sentences.of(one.detail(), formats))
                            .collect(Collectors.joining(" "));
            error = error.isEmpty() ? Sentences.of(refused.detail(), formats) : error;
        } else if (reason != null) {
            error = "Please say why.";
        }
        return new WithdrawalPage(
                roster.id(),
                roster.externalId(),
                Objects.requireNonNullElse(reason, ""),
                error,
                null);
    }

    static WithdrawalPage previewed(
            Roster roster, String reason, Roster.Withdrawal preview, Formats formats) {
        int hidden = preview.completions().size() - SHOWN;
        boolean nothing = preview.withdrawn() == 0 && preview.discarded() == 0;
        return new WithdrawalPage(
                roster.id(),
                roster.externalId(),
                reason,
                null,
                new Preview(
                        nothing
                                ? "There is nothing to withdraw."
                                : formats.count(preview.withdrawn(), "completion", "completions")
                                        + " would be withdrawn.",
                        preview.discarded() == 0
                                ? null
                                : formats.count(
                                                preview.discarded(),
                                                "row that waits for the board",
                                                "rows that wait for the board")
                                        + " would be discarded.",
                        lines(preview.completions()),
                        hidden > 0 ? "and " + formats.count(hidden) + " more" : null,
                        lines(preview.kept()),
                        nothing
                                ? null
                                : "Withdraw "
                                        + formats.count(
                                                preview.withdrawn(), "completion", "completions")));
    }

    private static List<Line> lines(List<Roster.Withdrawn> completions) {
        return completions.stream()
                .limit(SHOWN)
                .map(one -> new Line(one.completion(), one.externalId(), one.diplomateId()))
                .toList();
    }
}
