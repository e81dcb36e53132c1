package cme.portal.completion;

import cme.portal.completion.CompletionPage.Fact;
import cme.portal.completion.CompletionPage.Proposal;
import cme.portal.completion.CompletionPage.Revision;
import cme.portal.credit.Completion;
import cme.portal.page.Formats;
import cme.portal.page.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The words for what a completion, its revisions and proposals say.
final class CompletionFacts {
    private CompletionFacts() {}

    static List<Fact> of(Completion one, Formats formats) {
        List<Fact> facts =
                content(
                        one.activity(),
                        one.title(),
                        formats.longDate(one.completedOn()),
                        one.session(),
                        one.credits(),
                        one.patientSafetyCredits(),
                        formats);
        facts.add(new Fact("Reported by", Objects.requireNonNullElse(one.provider(), "The board")));
        facts.add(new Fact("Reference of the sender", one.externalId()));
        facts.add(
                new Fact(
                        "Recorded",
                        formats.instant(one.recordedAt()) + " by " + who(one.recordedBy())));
        if (one.reason() != null) {
            facts.add(new Fact("Reason", one.reason()));
        }
        return facts;
    }

    private static List<Fact> content(
            @Nullable String activity,
            @Nullable String title,
            String day,
            @Nullable String session,
            BigDecimal credits,
            @Nullable BigDecimal safety,
            Formats formats) {
        List<Fact> facts = new ArrayList<>();
        if (activity != null) {
            facts.add(new Fact("Activity", activity));
        }
        if (title != null) {
            facts.add(new Fact("Title", title));
        }
        facts.add(new Fact("Completed on", day));
        if (session != null) {
            facts.add(new Fact("Session", session));
        }
        facts.add(new Fact("Credits", formats.shortCredits(credits)));
        facts.add(
                new Fact(
                        "of them patient safety",
                        safety == null ? "not reported" : formats.shortCredits(safety)));
        return facts;
    }

    private static String who(String subject) {
        return subject.equals("board") ? "the board" : subject;
    }

    static Revision revision(Completion.Revision one, Formats formats) {
        String what = "Corrected";
        if (one.status().equals("WITHDRAWN")) {
            what = "Withdrawn";
        } else if (one.revision() == 1) {
            what = "Recorded";
        }
        return new Revision(
                what,
                formats.instant(one.recordedAt()) + " by " + who(one.recordedBy()),
                one.reason(),
                content(
                        one.activity(),
                        one.title(),
                        formats.date(one.completedOn()),
                        one.session(),
                        one.credits(),
                        one.patientSafetyCredits(),
                        formats));
    }

    static Proposal proposal(Completion.Proposal one, Formats formats) {
        Completion.Correction correction = one.correction();
        return new Proposal(
                one.id(),
                Words.proposal(one.state()),
                formats.instant(one.proposedAt()),
                correction.reason()
                        + (one.decisionReason() == null
                                ? ""
                                : " The board: " + one.decisionReason()),
                content(
                        correction.activity(),
                        correction.title(),
                        formats.date(correction.completedOn()),
                        correction.session(),
                        correction.credits(),
                        correction.patientSafetyCredits(),
                        formats));
    }
}
