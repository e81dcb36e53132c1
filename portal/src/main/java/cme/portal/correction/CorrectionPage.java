package cme.portal.correction;

import cme.portal.completion.CompletionPage;
import cme.portal.credit.Completion;
import cme.portal.page.Differing;
import cme.portal.page.Formats;
import cme.portal.page.Look;
import cme.portal.page.Names;
import cme.portal.page.Typed;
import cme.portal.page.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One proposed correction beside what is recorded.
///
/// @param reason of the society
/// @param decided when and why it was decided; null while it waits
/// @param outdated says that the completion has changed since; null if it has not
/// @param decision the board's form; null for others, and when it does not wait any more
/// @param done what was just decided; null for nothing
/// @param undo the address that takes the accepted correction back; null where nothing can be
/// @param next the next one that waits; null where none does
public record CorrectionPage(
        String id,
        String title,
        String about,
        Look look,
        String state,
        String reason,
        @Nullable String decided,
        @Nullable String outdated,
        List<Compared> compared,
        String completion,
        @Nullable Decision decision,
        @Nullable String problem,
        @Nullable String done,
        @Nullable String undo,
        @Nullable String next) {

    /// One field, with what differs marked on both sides.
    public record Compared(String label, Differing recorded, Differing proposed, boolean same) {}

    /// The form of the board.
    ///
    /// @param mayAccept whether what is recorded is still what the society saw
    /// @param reason as it was typed
    /// @param error what is wrong with the reason; null for nothing
    public record Decision(
            String version, boolean mayAccept, String reason, @Nullable String error) {}

    /// The answers of the services.
    ///
    /// @param version of the proposal
    /// @param activity the title of the proposed activity; null where the catalog does not say
    /// @param mayBeUndone whether the completion counted before it was corrected
    /// @param next id of the next proposal that waits; null where none does
    record Known(
            Completion.Proposal proposal,
            String version,
            Completion completion,
            @Nullable String activity,
            boolean mayBeUndone,
            @Nullable String next) {}

    /// The visit.
    ///
    /// @param reason as it was typed into the form
    /// @param error what is wrong with the reason; null for nothing
    /// @param problem why the decision was refused; null if it was not
    record Visit(
            boolean forBoard,
            String reason,
            @Nullable String error,
            @Nullable String problem,
            @Nullable String done) {}

    static CorrectionPage of(Known known, Visit visit, Formats formats) {
        Completion.Proposal proposal = known.proposal();
        Completion completion = known.completion();
        boolean waits = proposal.state().equals("PROPOSED");
        boolean outdated = waits && proposal.revision() != completion.revision();
        return new CorrectionPage(
                proposal.id(),
                Names.title(
                        proposal.correction().title(),
                        Objects.requireNonNullElse(
                                known.activity(),
                                Objects.requireNonNullElse(
                                        proposal.correction().activity(), "Untitled"))),
                about(proposal, formats),
                CorrectionsPage.look(proposal.state()),
                Words.proposal(proposal.state()),
                proposal.correction().reason(),
                decided(proposal, formats),
                outdated
                        ? "What is recorded has changed since this was proposed, so it cannot be"
                                + " accepted as it is. Correct the completion yourself, or decline."
                        : null,
                compared(completion, proposal.correction(), formats),
                "/completions/" + completion.id(),
                waits && visit.forBoard()
                        ? new Decision(known.version(), !outdated, visit.reason(), visit.error())
                        : null,
                visit.problem(),
                done(visit.done()),
                "accepted".equals(visit.done()) && visit.forBoard() && mayBeUndone(known)
                        ? CompletionPage.undo(completion)
                        : null,
                known.next() == null ? null : "/corrections/" + known.next());
    }

    /// Taking back records the content before; who completed it and whether it counted is no part
    /// of that.
    private static boolean mayBeUndone(Known known) {
        Completion.Correction correction = known.proposal().correction();
        return known.mayBeUndone()
                && known.proposal().state().equals("ACCEPTED")
                && known.completion().revision() == known.proposal().revision() + 1
                && (correction.diplomateId() == null
                        || correction.diplomateId().equals(known.completion().diplomateId()))
                && correction.npi() == null
                && correction.familyName() == null;
    }

    private static @Nullable String done(@Nullable String done) {
        return switch (Typed.text(done)) {
            case "accepted" -> "The correction is recorded, and counts.";
            case "declined" -> "The correction is declined. Its society sees that, and why.";
            default -> null;
        };
    }

    private static String about(Completion.Proposal proposal, Formats formats) {
        return Objects.requireNonNullElse(proposal.provider(), "A society")
                + " proposed it "
                + formats.instant(proposal.proposedAt())
                + ".";
    }

    private static @Nullable String decided(Completion.Proposal proposal, Formats formats) {
        if (proposal.decidedAt() == null) {
            return null;
        }
        String when = formats.instant(proposal.decidedAt());
        return proposal.decisionReason() == null
                ? when + "."
                : when + ": " + proposal.decisionReason();
    }

    private static List<Compared> compared(
            Completion now, Completion.Correction then, Formats formats) {
        List<Compared> rows = new ArrayList<>();
        if (now.status().equals("WITHDRAWN")) {
            rows.add(compared("State", "Withdrawn", "Recorded again"));
        }
        rows.add(compared("Diplomate", now.diplomateId(), person(now, then)));
        rows.add(compared("Activity", now.activity(), then.activity()));
        rows.add(compared("Title", now.title(), then.title()));
        rows.add(
                compared(
                        "Completed on",
                        formats.longDate(now.completedOn()),
                        formats.longDate(then.completedOn())));
        rows.add(compared("Session", now.session(), then.session()));
        rows.add(
                compared(
                        "Credits",
                        formats.shortCredits(now.credits()),
                        formats.shortCredits(then.credits())));
        rows.add(
                compared(
                        "of them patient safety",
                        credits(now.patientSafetyCredits(), formats),
                        credits(then.patientSafetyCredits(), formats)));
        rows.add(compared("Category", now.category(), then.category()));
        return rows.stream().filter(one -> !isEmpty(one)).toList();
    }

    private static boolean isEmpty(Compared one) {
        return one.recorded().equals(NOTHING) && one.proposed().equals(NOTHING);
    }

    private static final Differing NOTHING = Differing.of(null, null);

    /// The number, and whatever else names somebody; the same person if nothing does.
    private static String person(Completion now, Completion.Correction then) {
        String named =
                Stream.of(
                                then.diplomateId(),
                                then.npi() == null ? null : "NPI " + then.npi(),
                                then.familyName())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(", "));
        return named.isEmpty() ? now.diplomateId() : named;
    }

    private static String credits(@Nullable BigDecimal credits, Formats formats) {
        return credits == null ? "not reported" : formats.shortCredits(credits);
    }

    private static Compared compared(
            String label, @Nullable String recorded, @Nullable String proposed) {
        return new Compared(
                label,
                marked(recorded, proposed),
                marked(proposed, recorded),
                Objects.equals(recorded, proposed));
    }

    /// A value that the other side has not is marked as a whole.
    private static Differing marked(@Nullable String value, @Nullable String other) {
        return value != null && other == null
                ? new Differing("", value, "")
                : Differing.of(value, other);
    }
}
