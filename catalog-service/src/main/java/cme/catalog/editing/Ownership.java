package cme.catalog.editing;

import cme.catalog.activity.Activity;
import cme.catalog.activity.ActivityCode;
import cme.catalog.activity.Description;
import cme.catalog.provider.ProviderCode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The rules for edits by societies.
final class Ownership {

    private Ownership() {}

    /// @param current the current activity; null when it is new
    /// @return why the editor may not describe the activity so; empty when they may
    static Optional<String> refusal(
            Editor editor, ActivityCode code, @Nullable Activity current, Description wanted) {
        return switch (editor) {
            case Editor.Board _ -> Optional.empty();
            case Editor.Nobody _ -> Optional.of("The token names no provider.");
            case Editor.Society society -> refusal(society, code, current, wanted);
        };
    }

    private static Optional<String> refusal(
            Editor.Society society,
            ActivityCode code,
            @Nullable Activity current,
            Description wanted) {
        ProviderCode own = society.provider();
        if (current != null && !current.description().provider().equals(own)) {
            return Optional.of("%s is not an activity of %s.".formatted(code, own));
        }
        if (!wanted.provider().equals(own)) {
            return Optional.of("%s proposes activities of its own only.".formatted(own));
        }
        return switch (current) {
            case null -> confirmation(null, wanted);
            case Activity.Proposed proposed -> confirmation(proposed.description(), wanted);
            case Activity.Approved _ ->
                    unlessTheSame(
                            current,
                            wanted,
                            "The board has approved %s; only the board changes it now."
                                    .formatted(code));
            case Activity.Retired _ ->
                    unlessTheSame(
                            current,
                            wanted,
                            "%s is retired; only the board changes it now.".formatted(code));
        };
    }

    /// To send the same description again is always allowed.
    private static Optional<String> unlessTheSame(
            Activity current, Description wanted, String detail) {
        return wanted.equals(current.description()) ? Optional.empty() : Optional.of(detail);
    }

    private static Optional<String> confirmation(
            @Nullable Description current, Description wanted) {
        boolean confirmedBefore =
                current != null && current.creditsConfirmed() && wanted.bringsTheSameAs(current);
        return wanted.creditsConfirmed() && !confirmedBefore
                ? Optional.of("Only the board confirms credits (creditsConfirmed).")
                : Optional.empty();
    }
}
