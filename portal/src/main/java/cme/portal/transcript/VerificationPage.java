package cme.portal.transcript;

import cme.portal.credit.TranscriptVerification;
import cme.portal.page.Formats;
import cme.portal.page.Look;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether a transcript was made here and still holds.
///
/// @param code as it was typed
/// @param fault what is wrong with it; null for nothing
/// @param answer null before somebody asks
public record VerificationPage(
        String code, String familyName, @Nullable String fault, @Nullable Answer answer) {

    /// @param facts what the transcript says, to be compared with the paper
    public record Answer(Look look, String title, String sentence, List<Fact> facts) {}

    public record Fact(String name, String value) {}

    static VerificationPage empty() {
        return new VerificationPage("", "", null, null);
    }

    static VerificationPage refused(String code, String familyName, String fault) {
        return new VerificationPage(code, familyName, fault, null);
    }

    static VerificationPage unknown(String code, String familyName) {
        return new VerificationPage(
                code,
                familyName,
                null,
                new Answer(
                        Look.NOT_MET,
                        "Not verified.",
                        "No transcript of the last ten years has this code. Compare it with the"
                                + " paper.",
                        List.of()));
    }

    static VerificationPage of(
            String code, String familyName, TranscriptVerification found, Formats formats) {
        return new VerificationPage(code, familyName, null, answer(found, formats));
    }

    private static Answer answer(TranscriptVerification found, Formats formats) {
        List<Fact> facts = facts(found, formats);
        if (Boolean.FALSE.equals(found.familyNameAgrees())) {
            return new Answer(
                    Look.NOT_MET,
                    "Not verified.",
                    "The code is that of a transcript, but of somebody with another family name.",
                    List.of());
        }
        String compare = " Compare these numbers with the paper.";
        return found.holds()
                ? new Answer(
                        Look.MET,
                        "Verified.",
                        "This transcript was made here, and the record still says the same."
                                + compare,
                        facts)
                : new Answer(
                        Look.DUE_SOON,
                        "Verified, but not up to date.",
                        "This transcript was made here. The record has changed since: ask for a"
                                + " new one."
                                + compare,
                        facts);
    }

    private static List<Fact> facts(TranscriptVerification found, Formats formats) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Made", formats.instant(found.madeAt())));
        facts.add(new Fact("Days", days(found.from(), found.to(), formats)));
        facts.add(new Fact("Completions", formats.count(found.completions())));
        facts.add(new Fact("Credits", formats.credits(found.total().credits())));
        facts.add(
                new Fact(
                        "of them patient safety",
                        formats.credits(found.total().patientSafetyCredits())));
        if (found.familyNameAgrees() != null) {
            facts.add(new Fact("Family name", "agrees"));
        }
        return facts;
    }

    private static String days(@Nullable LocalDate from, @Nullable LocalDate to, Formats formats) {
        if (from == null) {
            return to == null ? "All" : "Until " + formats.date(to);
        }
        return to == null ? "From " + formats.date(from) + " on" : formats.range(from, to);
    }
}
