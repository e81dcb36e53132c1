package cme.portal.check;

import cme.portal.credit.Match;
import cme.portal.page.Formats;
import cme.portal.page.Look;
import cme.portal.page.Sentences;
import cme.portal.page.Words;
import cme.portal.services.ServiceProblem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Whether a roster would find a person. It shows nothing that was not typed.
///
/// @param answer null before anything was asked
/// @param fields of the form, with what was typed
/// @param faults what is wrong with it
public record CheckPage(@Nullable Answer answer, List<Field> fields, List<Fault> faults) {

    /// @param sentence what to do next
    public record Answer(Look look, String title, String sentence) {}

    public record Field(
            String name, String label, String hint, String value, @Nullable String error) {}

    public record Fault(@Nullable String field, String sentence) {}

    /// The form as it was filled in.
    record Typed(String diplomateId, String npi, String familyName, String birthMonthDay) {
        static final Typed NOTHING = new Typed("", "", "", "");

        boolean hasNoNumber() {
            return diplomateId.isEmpty() && npi.isEmpty();
        }
    }

    static CheckPage empty() {
        return of(Typed.NOTHING, null, Map.of());
    }

    static CheckPage answered(Typed typed, Match match) {
        boolean found = match.outcome().equals("MATCH");
        return of(
                typed,
                found
                        ? new Answer(
                                Look.MET,
                                "Yes, this person would be found.",
                                "A row with these data is recorded at once.")
                        : new Answer(
                                Look.DECISION_NEEDED,
                                "No, nobody would be found for sure.",
                                "Compare the number and the spelling of the name with the person's own"
                                        + " papers. A row with these data is not lost: it waits for the"
                                        + " board."),
                Map.of());
    }

    static CheckPage incomplete(Typed typed) {
        return of(
                typed,
                null,
                typed.familyName().isEmpty()
                        ? Map.of("familyName", "Enter the family name.")
                        : Map.of("diplomateId", "Enter the number of the board, or the NPI."));
    }

    static CheckPage refused(Typed typed, ServiceProblem problem, Formats formats) {
        Map<String, String> errors =
                problem.errors().stream()
                        .collect(
                                Collectors.toMap(
                                        one -> one.field(),
                                        one -> Sentences.of(one.detail(), formats),
                                        (a, b) -> a + " " + b));
        return of(
                typed,
                null,
                errors.isEmpty() ? Map.of("", Sentences.of(problem.detail(), formats)) : errors);
    }

    static CheckPage tooOften(Typed typed, Optional<Duration> wait, Formats formats) {
        String when =
                wait.filter(time -> time.toMinutes() >= 1)
                        .map(
                                time ->
                                        "in about "
                                                + formats.count(
                                                        time.toMinutes() + 1, "minute", "minutes"))
                        .orElse("in a minute");
        return of(
                typed,
                new Answer(
                        Look.DUE_SOON,
                        "That was a lot of names.",
                        "To keep people's data safe, only so many are answered at a time. Try again "
                                + when
                                + ". For many names, check the whole roster instead: it says the same"
                                + " row by row."),
                Map.of());
    }

    private static CheckPage of(Typed typed, @Nullable Answer answer, Map<String, String> errors) {
        List<Field> fields =
                List.of(
                        field("familyName", "In any spelling.", typed.familyName(), errors),
                        field(
                                "diplomateId",
                                "The number that the board gave.",
                                typed.diplomateId(),
                                errors),
                        field(
                                "npi",
                                "Ten digits; in the place of the number.",
                                typed.npi(),
                                errors),
                        field(
                                "birthMonthDay",
                                "Month and day, such as 03-14; may be left out.",
                                typed.birthMonthDay(),
                                errors));
        return new CheckPage(
                answer,
                fields,
                errors.entrySet().stream()
                        .map(
                                one ->
                                        new Fault(
                                                one.getKey().isEmpty() ? null : one.getKey(),
                                                one.getValue()))
                        .toList());
    }

    private static Field field(String name, String hint, String value, Map<String, String> errors) {
        return new Field(name, Words.field(name), hint, value, errors.get(name));
    }
}
