package cme.credit.posting;

import cme.credit.completion.Completion;
import cme.credit.completion.Completion.Content;
import cme.credit.completion.Posted;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A field in which a posting differs from what its poster recorded under the same `externalId`.
@Schema(name = "Difference")
public record Difference(
        @Schema(examples = "credits") String field,
        @Schema(examples = "8.00", description = "As it is recorded; null when it is empty")
                @Nullable String recorded,
        @Schema(examples = "6.00", description = "As it was sent now; null when it is empty")
                @Nullable String sent) {

    /// The diplomate is compared if it was sent. Names and days of birth are not kept with a
    /// completion and cannot be compared.
    static List<Difference> between(Completion recorded, Posted sent) {
        var differences = new ArrayList<Difference>();
        if (sent.diplomateId() != null) {
            add(differences, "diplomateId", recorded.diplomateId(), sent.diplomateId());
        }
        addContent(differences, recorded.content(), sent.content());
        return List.copyOf(differences);
    }

    static List<Difference> between(Posted held, Posted sent) {
        var differences = new ArrayList<Difference>();
        add(differences, "diplomateId", held.diplomateId(), sent.diplomateId());
        add(differences, "npi", held.npi(), sent.npi());
        add(differences, "familyName", held.familyName(), sent.familyName());
        add(differences, "birthMonthDay", held.birthMonthDay(), sent.birthMonthDay());
        addContent(differences, held.content(), sent.content());
        return List.copyOf(differences);
    }

    private static void addContent(List<Difference> differences, Content recorded, Content sent) {
        add(differences, "activity", recorded.activity(), sent.activity());
        add(differences, "title", recorded.title(), sent.title());
        add(differences, "completedOn", recorded.completedOn(), sent.completedOn());
        add(differences, "session", recorded.session(), sent.session());
        add(differences, "credits", recorded.credits(), sent.credits());
        add(
                differences,
                "patientSafetyCredits",
                recorded.patientSafetyCredits(),
                sent.patientSafetyCredits());
        add(differences, "category", recorded.category(), sent.category());
        add(differences, "provider", recorded.provider(), sent.provider());
    }

    private static void add(
            List<Difference> differences,
            String field,
            @Nullable Object recorded,
            @Nullable Object sent) {
        if (!Objects.equals(recorded, sent)) {
            differences.add(new Difference(field, text(recorded), text(sent)));
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    @Override
    public String toString() {
        return "%s (%s, sent %s)"
                .formatted(
                        field,
                        recorded == null ? "empty" : recorded,
                        sent == null ? "empty" : sent);
    }
}
