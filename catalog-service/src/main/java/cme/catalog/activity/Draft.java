package cme.catalog.activity;

import cme.catalog.activity.Description.Cap;
import cme.catalog.activity.Description.CreditsPer;
import cme.catalog.activity.Description.Flaw;
import cme.catalog.activity.Description.OncePer;
import cme.catalog.provider.ProviderCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A description as it was sent: any field can be missing, and the fields need not fit together
/// yet. Every field is null when it was not sent.
public record Draft(
        @Nullable String title,
        @Nullable ProviderCode provider,
        @Nullable ActivityType type,
        @Nullable String url,
        @Nullable Credits credits,
        @Nullable Credits patientSafetyCredits,
        @Nullable Boolean creditsConfirmed,
        @Nullable OncePer oncePer,
        @Nullable CreditsPer creditsPer,
        @Nullable Cap cap,
        @Nullable LocalDate offeredFrom,
        @Nullable LocalDate offeredUntil,
        @Nullable LearningTime duration) {

    /// Says who the provider is, and nothing else.
    public static Draft of(@Nullable ProviderCode provider) {
        return new Draft(
                null, provider, null, null, null, null, null, null, null, null, null, null, null);
    }

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
                description.creditsPer(),
                description.cap(),
                description.offeredFrom(),
                description.offeredUntil(),
                description.duration());
    }

    /// Missing fields are taken from the other draft. New credits are not confirmed just because
    /// the old ones were.
    public Draft orElse(Draft other) {
        return new Draft(
                first(title, other.title),
                first(provider, other.provider),
                first(type, other.type),
                first(url, other.url),
                first(credits, other.credits),
                first(patientSafetyCredits, other.patientSafetyCredits),
                credits == null
                        ? first(creditsConfirmed, other.creditsConfirmed)
                        : creditsConfirmed,
                first(oncePer, other.oncePer),
                first(creditsPer, other.creditsPer),
                first(cap, other.cap),
                first(offeredFrom, other.offeredFrom),
                first(offeredUntil, other.offeredUntil),
                first(duration, other.duration));
    }

    /// Everything that must be corrected before it can be a description.
    public List<Flaw> flaws() {
        var flaws = new ArrayList<Flaw>();
        require(flaws, "title", title);
        require(flaws, "provider", provider);
        require(flaws, "type", type);
        flaws.addAll(
                Description.flaws(
                        credits,
                        patientSafetyCredits,
                        Boolean.TRUE.equals(creditsConfirmed),
                        offeredFrom,
                        offeredUntil));
        return List.copyOf(flaws);
    }

    /// @param confirmed whether the credits are confirmed when the draft does not say it
    /// @throws IllegalStateException when there are flaws
    public Description description(boolean confirmed) {
        if (title == null || provider == null || type == null) {
            throw new IllegalStateException("The draft has flaws");
        }
        return new Description(
                title,
                provider,
                type,
                url,
                credits,
                patientSafetyCredits,
                creditsConfirmed == null ? confirmed && credits != null : creditsConfirmed,
                oncePer == null ? type.usuallyOncePer() : oncePer,
                creditsPer == null ? CreditsPer.COMPLETION : creditsPer,
                cap,
                offeredFrom,
                offeredUntil,
                duration);
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
