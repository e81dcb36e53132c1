package cme.catalog.activity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody sent as a description, where anything can be missing and fields need not fit
/// together yet.
///
/// @param creditsConfirmed null when nothing was said about it
public record Draft(
        @Nullable String title,
        @Nullable ProviderCode provider,
        @Nullable ActivityType type,
        @Nullable String url,
        @Nullable Credits credits,
        @Nullable Credits patientSafetyCredits,
        @Nullable Boolean creditsConfirmed,
        @Nullable OncePer oncePer,
        @Nullable Cap cap,
        @Nullable LocalDate offeredFrom,
        @Nullable LocalDate offeredUntil) {

    public static Draft of(Description description) {
        return new Draft(
                description.title(),
                description.provider(),
                description.type(),
                description.url(),
                description.credits(),
                description.patientSafetyCredits(),
                description.creditsConfirmed(),
                description.oncePer(),
                description.cap(),
                description.offeredFrom(),
                description.offeredUntil());
    }

    /// What is missing here is taken from there.
    public Draft orElse(Draft other) {
        return new Draft(
                first(title, other.title),
                first(provider, other.provider),
                first(type, other.type),
                first(url, other.url),
                first(credits, other.credits),
                first(patientSafetyCredits, other.patientSafetyCredits),
                first(creditsConfirmed, other.creditsConfirmed),
                first(oncePer, other.oncePer),
                first(cap, other.cap),
                first(offeredFrom, other.offeredFrom),
                first(offeredUntil, other.offeredUntil));
    }

    /// The same, given by that provider.
    public Draft from(@Nullable ProviderCode giver) {
        return new Draft(
                title,
                giver,
                type,
                url,
                credits,
                patientSafetyCredits,
                creditsConfirmed,
                oncePer,
                cap,
                offeredFrom,
                offeredUntil);
    }

    /// The same, with this said about the credits unless something was said.
    public Draft confirmedUnlessSaid(boolean confirmed) {
        return new Draft(
                title,
                provider,
                type,
                url,
                credits,
                patientSafetyCredits,
                first(creditsConfirmed, confirmed),
                oncePer,
                cap,
                offeredFrom,
                offeredUntil);
    }

    /// Everything that keeps it from being a description.
    public List<Flaw> flaws() {
        var flaws = new ArrayList<Flaw>();
        require(flaws, "title", title);
        require(flaws, "provider", provider);
        require(flaws, "type", type);
        flaws.addAll(
                DescriptionRules.flaws(
                        credits,
                        patientSafetyCredits,
                        Boolean.TRUE.equals(creditsConfirmed),
                        offeredFrom,
                        offeredUntil));
        return List.copyOf(flaws);
    }

    /// @throws IllegalStateException when there are flaws
    public Description description() {
        if (title == null || provider == null || type == null) {
            throw new IllegalStateException("a draft with flaws");
        }
        return new Description(
                title,
                provider,
                type,
                url,
                credits,
                patientSafetyCredits,
                Boolean.TRUE.equals(creditsConfirmed),
                oncePer == null ? type.usuallyOncePer() : oncePer,
                cap,
                offeredFrom,
                offeredUntil);
    }

    private static void require(List<Flaw> flaws, String field, @Nullable Object value) {
        if (value == null) {
            flaws.add(new Flaw(field, "required", field + " is missing."));
        }
    }

    private static <T> @Nullable T first(@Nullable T one, @Nullable T other) {
        return one == null ? other : one;
    }
}
