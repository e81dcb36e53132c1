package cme.portal.held;

import cme.portal.credit.HeldRow;
import cme.portal.credit.Identity;
import cme.portal.credit.PersonName;
import cme.portal.page.Formats;
import cme.portal.page.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One row that waits, beside whom it could mean.
///
/// @param posted what was sent about the person, compared with the first candidate
/// @param credit what was sent about the completion
/// @param candidates those who agree in most first
/// @param q what was searched for
/// @param previous the row before this one; null for the first
/// @param next the row after this one; null for the last
/// @param problem why the last try was refused
public record HeldRowPage(
        String id,
        String title,
        String reason,
        String about,
        boolean waits,
        @Nullable String outcome,
        @Nullable String completion,
        @Nullable String overruled,
        List<Fact> posted,
        List<Fact> credit,
        List<Candidate> candidates,
        String q,
        List<Found> found,
        @Nullable String filter,
        @Nullable String previous,
        @Nullable String next,
        @Nullable String done,
        @Nullable String problem) {

    public record Fact(String label, Differing value, boolean same) {}

    /// @param known what the register has, with what differs from the row marked
    public record Candidate(String diplomateId, String name, String agreement, List<Fact> known) {}

    /// Somebody whom the search has found.
    public record Found(String diplomateId, String name, String about) {}

    /// The things that the page shows besides the row.
    ///
    /// @param filter the reason by which rows are gone through; null for all
    record Asked(
            String q,
            List<Identity> found,
            @Nullable String filter,
            @Nullable String previous,
            @Nullable String next,
            @Nullable String done,
            @Nullable String problem) {}

    static HeldRowPage of(
            HeldRow.Detail row, List<Identity> register, Asked asked, Formats formats) {
        HeldRow.Content content = row.content();
        Optional<Identity> nearest =
                row.candidates().stream().findFirst().flatMap(one -> in(register, one));
        return new HeldRowPage(
                row.id(),
                content == null ? "Erased" : content.familyName(),
                Words.heldReason(row.reason()),
                about(row, formats),
                row.state().equals("WAITING"),
                row.state().equals("WAITING") ? null : outcome(row, formats),
                row.completion(),
                row.overruled(),
                content == null ? List.of() : posted(content, nearest, formats),
                content == null ? List.of() : credit(content, formats),
                row.candidates().stream()
                        .map(one -> candidate(one, in(register, one), content, formats))
                        .toList(),
                asked.q(),
                asked.found().stream()
                        .map(
                                one ->
                                        new Found(
                                                one.diplomateId(),
                                                PersonName.full(one.givenName(), one.familyName()),
                                                Optional.ofNullable(one.npi())
                                                        .map(npi -> "NPI " + npi)
                                                        .orElse("no NPI")))
                        .toList(),
                asked.filter(),
                asked.previous(),
                asked.next(),
                HeldListPage.sentence(asked.done()),
                asked.problem());
    }

    private static Optional<Identity> in(List<Identity> register, HeldRow.Candidate one) {
        return register.stream()
                .filter(known -> known.diplomateId().equals(one.diplomateId()))
                .findFirst();
    }

    private static String about(HeldRow.Detail row, Formats formats) {
        return Optional.ofNullable(row.provider()).orElse("The board")
                + " posted it "
                + formats.instant(row.heldAt())
                + ".";
    }

    private static String outcome(HeldRow.Detail row, Formats formats) {
        String word = Words.outcome(row.state());
        String when =
                row.closedAt() == null ? "" : " on " + formats.date(formats.day(row.closedAt()));
        return word + when + (row.closingReason() == null ? "." : ": " + row.closingReason());
    }

    private static List<Fact> posted(
            HeldRow.Content content, Optional<Identity> nearest, Formats formats) {
        List<Fact> facts = new ArrayList<>();
        facts.add(fact("Number", content.diplomateId(), nearest.map(Identity::diplomateId)));
        facts.add(fact("Family name", content.familyName(), nearest.map(Identity::familyName)));
        facts.add(fact("NPI", content.npi(), nearest.map(Identity::npi)));
        facts.add(
                fact(
                        "Birthday",
                        birthday(content.birthMonthDay(), formats),
                        nearest.map(one -> birthday(one.birthMonthDay(), formats))));
        return facts;
    }

    private static Fact fact(String label, @Nullable String value, Optional<String> other) {
        Differing compared = Differing.of(value, other.orElse(null));
        boolean same = value != null && other.isPresent() && compared.marked().isEmpty();
        return new Fact(label, compared, same);
    }

    private static @Nullable String birthday(@Nullable String monthDay, Formats formats) {
        return monthDay == null ? null : formats.monthDay(monthDay);
    }

    private static List<Fact> credit(HeldRow.Content content, Formats formats) {
        List<Fact> facts = new ArrayList<>();
        facts.add(
                plain(
                        "Activity",
                        Optional.ofNullable(content.activity())
                                .or(() -> Optional.ofNullable(content.title()))
                                .orElse(null)));
        facts.add(plain("Completed on", formats.longDate(content.completedOn())));
        facts.add(plain("Credits", formats.shortCredits(content.credits())));
        facts.add(
                plain(
                        "of them patient safety",
                        content.patientSafetyCredits() == null
                                ? "not known"
                                : formats.shortCredits(content.patientSafetyCredits())));
        facts.add(plain("Reference", content.externalId()));
        return facts;
    }

    private static Fact plain(String label, @Nullable String value) {
        return new Fact(label, Differing.of(value, null), false);
    }

    private static Candidate candidate(
            HeldRow.Candidate one,
            Optional<Identity> known,
            HeldRow.@Nullable Content content,
            Formats formats) {
        String name = PersonName.full(one.givenName(), one.familyName());
        return new Candidate(
                one.diplomateId(),
                name,
                agreement(one),
                known.isEmpty() || content == null
                        ? List.of()
                        : register(known.get(), content, formats));
    }

    private static String agreement(HeldRow.Candidate one) {
        List<String> agrees = one.agrees().stream().map(HeldRowPage::field).toList();
        List<String> differs = one.differs().stream().map(HeldRowPage::field).toList();
        String first =
                agrees.isEmpty()
                        ? ""
                        : Formats.capital(Formats.list(agrees))
                                + " agree"
                                + (agrees.size() == 1 ? "s" : "")
                                + ".";
        String second =
                differs.isEmpty()
                        ? ""
                        : Formats.capital(Formats.list(differs))
                                + " differ"
                                + (differs.size() == 1 ? "s" : "")
                                + ".";
        return (first + " " + second).strip();
    }

    private static String field(String field) {
        return switch (field) {
            case "diplomateId" -> "the number";
            case "npi" -> "the NPI";
            case "familyName" -> "the name";
            case "birthMonthDay" -> "the birthday";
            default -> Words.field(field);
        };
    }

    private static List<Fact> register(Identity known, HeldRow.Content content, Formats formats) {
        return List.of(
                fact("Number", known.diplomateId(), Optional.ofNullable(content.diplomateId())),
                fact("Family name", known.familyName(), Optional.of(content.familyName())),
                fact("NPI", known.npi(), Optional.ofNullable(content.npi())),
                fact(
                        "Birthday",
                        birthday(known.birthMonthDay(), formats),
                        Optional.ofNullable(birthday(content.birthMonthDay(), formats))));
    }
}
