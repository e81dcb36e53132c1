package cme.portal.contradiction;

import cme.portal.compliance.MergeContradiction;
import cme.portal.page.Formats;
import cme.portal.page.Part;
import cme.portal.page.Query;
import cme.portal.page.RecordWords;
import cme.portal.page.Typed;
import cme.portal.page.Words;
import cme.portal.services.Paged;
import cme.portal.status.StatusAddress;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Contradictions of merges, each with what can be done about it.
///
/// @param next the address of the next page; null on the last
/// @param done what was just decided; null for nothing
public record ContradictionsPage(
        String headline,
        String lead,
        List<Card> cards,
        List<Fault> faults,
        @Nullable String next,
        @Nullable String done) {

    /// @param subject such as `Tracer procedure, year 6`
    /// @param person the name of the number that remains; null where it is not known
    /// @param own the value of the number that remains, which counts
    /// @param other the value of the number that was merged
    /// @param keep what the button says
    /// @param record the page where another value is recorded
    /// @param apart the page where the merge is taken back
    /// @param field id of the field of the reason
    /// @param reason as it was typed
    /// @param error what is wrong with the reason; null for nothing
    public record Card(
            String id,
            String subject,
            @Nullable String person,
            String survivor,
            String merged,
            String found,
            String own,
            String other,
            String keep,
            String record,
            String apart,
            String field,
            String reason,
            @Nullable String error) {}

    public record Fault(@Nullable String field, String sentence) {}

    /// A form that was refused.
    ///
    /// @param id of the contradiction
    record Refused(String id, String reason, String sentence) {}

    static ContradictionsPage of(
            Paged<MergeContradiction> list,
            Part<Map<String, String>> names,
            RecordWords words,
            @Nullable Refused refused,
            @Nullable String done) {
        Formats formats = words.formats();
        List<Card> cards =
                list.items().stream().map(one -> card(one, names, words, refused)).toList();
        return new ContradictionsPage(
                headline(list, formats),
                list.items().isEmpty()
                        ? "The records of all merged numbers say the same."
                        : "Two numbers became one, and their records differ. What the number that"
                                + " remains has, counts until you record something else.",
                cards,
                cards.stream()
                        .filter(card -> card.error() != null)
                        .map(card -> new Fault(card.field(), card.error()))
                        .toList(),
                list.nextCursor() == null
                        ? null
                        : Query.of("/contradictions").with("cursor", list.nextCursor()).toString(),
                "kept".equals(Typed.text(done))
                        ? "It stays as it is, and is off this list."
                        : null);
    }

    private static String headline(Paged<MergeContradiction> list, Formats formats) {
        if (list.items().isEmpty()) {
            return "No merge contradicts.";
        }
        return list.nextCursor() == null
                ? formats.count(list.items().size(), "contradiction", "contradictions")
                        + " of merges"
                : "More than "
                        + formats.count(list.items().size(), "contradiction", "contradictions")
                        + " of merges";
    }

    private static Card card(
            MergeContradiction one,
            Part<Map<String, String>> names,
            RecordWords words,
            @Nullable Refused refused) {
        boolean tried = refused != null && refused.id().equals(one.id());
        String survivor = one.diplomateId();
        return new Card(
                one.id(),
                subject(one, words.formats()),
                names.isHere() ? names.value().get(survivor) : null,
                survivor,
                one.merged(),
                "Found " + words.formats().date(words.formats().day(one.foundAt())),
                one.survivorValue() == null
                        ? "Nothing: the other value has no place in its cycle or pathway."
                        : Formats.capital(words.value(one.kind(), one.survivorValue())),
                Formats.capital(words.value(one.kind(), one.mergedValue())),
                "Keep what " + survivor + " has",
                StatusAddress.path(survivor) + "/record#" + place(one.kind()),
                "/people/" + one.merged() + "#merge",
                "reason-" + one.id(),
                tried ? refused.reason() : "",
                tried ? refused.sentence() : null);
    }

    /// The part of the record where the kind is recorded.
    private static String place(String kind) {
        return switch (kind) {
            case "TRACER" -> "tracer";
            case "PATHWAY" -> "pathway-title";
            case "CYCLE" -> "cycle";
            default -> "decision";
        };
    }

    private static String subject(MergeContradiction one, Formats formats) {
        return switch (one.kind()) {
            case "TRACER" -> "Tracer procedure, year " + one.subject();
            case "PATHWAY" -> "Pathway from " + formats.sentence(one.subject());
            case "DECISION" -> "Decision on " + RecordWords.finding(one.subject());
            case "CYCLE" -> "Cycle " + one.subject().replace('-', '–');
            default -> Words.plain(one.kind()) + " " + one.subject();
        };
    }
}
