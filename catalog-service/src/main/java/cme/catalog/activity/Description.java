package cme.catalog.activity;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What those who give or keep an activity say of it.
///
/// @param credits the most that one completion can bring; null while nobody has said
/// @param patientSafetyCredits the most of it that is patient safety; null while nobody has said
/// @param creditsConfirmed whether the board has set or checked the credits
/// @param offeredFrom first day on which it can be completed; null for no such day
/// @param offeredUntil last day on which it can be completed; null for no such day
public record Description(
        String title,
        ProviderCode provider,
        ActivityType type,
        @Nullable String url,
        @Nullable Credits credits,
        @Nullable Credits patientSafetyCredits,
        boolean creditsConfirmed,
        OncePer oncePer,
        @Nullable Cap cap,
        @Nullable LocalDate offeredFrom,
        @Nullable LocalDate offeredUntil) {

    public Description {
        var flaws =
                DescriptionRules.flaws(
                        credits, patientSafetyCredits, creditsConfirmed, offeredFrom, offeredUntil);
        if (title.isBlank() || !flaws.isEmpty()) {
            throw new IllegalArgumentException("not a description: " + flaws);
        }
    }

    /// The same, with the day after which it is no longer offered brought forward.
    Description offeredAtMostUntil(LocalDate last) {
        var until = offeredUntil == null || offeredUntil.isAfter(last) ? last : offeredUntil;
        return new Description(
                title,
                provider,
                type,
                url,
                credits,
                patientSafetyCredits,
                creditsConfirmed,
                oncePer,
                cap,
                offeredFrom,
                until);
    }

    /// The same with another cap, for when the cap of its group changes.
    public Description withCap(@Nullable Cap other) {
        return new Description(
                title,
                provider,
                type,
                url,
                credits,
                patientSafetyCredits,
                creditsConfirmed,
                oncePer,
                other,
                offeredFrom,
                offeredUntil);
    }

    /// Whether both promise the same credits.
    public boolean bringsTheSameAs(Description other) {
        return Objects.equals(credits, other.credits)
                && Objects.equals(patientSafetyCredits, other.patientSafetyCredits);
    }
}
