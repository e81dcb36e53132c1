package cme.credit.heldrow;

import cme.chassis.problem.Violation;
import cme.credit.access.Poster;
import cme.credit.completion.BoardCalendar;
import cme.credit.completion.Completion.Content;

import jakarta.inject.Singleton;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Tells what is so unusual that the board looks at it before it is recorded (domain, section 4).
/// Nothing is held for this that the board posts itself, or that the catalog knows.
@Singleton
public final class Plausibility {
    private static final String CODE = "needs-review";

    private final ReviewLimits limits;

    Plausibility(ReviewLimits limits) {
        this.limits = limits;
    }

    /// @param postedAt when it was posted, which may be long before it is recorded
    public boolean needsReview(Content content, Poster poster, Instant postedAt) {
        return !doubts(content, poster, postedAt).isEmpty();
    }

    /// The reasons why the board has to look at it, by field; empty when nothing is unusual.
    public List<Violation> doubts(Content content, Poster poster, Instant postedAt) {
        var doubts = new ArrayList<Violation>();
        if (poster.equals(Poster.BOARD) || content.activity() != null) {
            return doubts;
        }
        if (content.credits().amount().compareTo(limits.credits()) > 0) {
            doubts.add(
                    new Violation(
                            "/credits",
                            CODE,
                            "More than %s credits outside the catalog have to come from the board."
                                    .formatted(limits.credits().toPlainString())));
        }
        LocalDate earliest = BoardCalendar.today(postedAt).minusYears(limits.years());
        if (content.completedOn().isBefore(earliest)) {
            doubts.add(
                    new Violation(
                            "/completedOn",
                            CODE,
                            "Something outside the catalog from before %s has to come from the board."
                                    .formatted(earliest)));
        }
        return doubts;
    }
}
