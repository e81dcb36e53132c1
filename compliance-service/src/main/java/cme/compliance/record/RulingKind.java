package cme.compliance.record;

import cme.compliance.rules.Decision;
import java.time.LocalDate;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The kinds of decisions, as requests and tables name them.
@Schema(name = "Verdict")
public enum RulingKind {
    SATISFIED,
    WAIVED,
    EXTENDED;

    /// @param until given exactly when the kind is `EXTENDED`
    public Decision.Ruling ruling(@Nullable LocalDate until) {
        return switch (this) {
            case SATISFIED -> new Decision.Satisfied();
            case WAIVED -> new Decision.Waived();
            case EXTENDED -> new Decision.Extended(Objects.requireNonNull(until));
        };
    }

    public static RulingKind of(Decision.Ruling ruling) {
        return switch (ruling) {
            case Decision.Satisfied _ -> SATISFIED;
            case Decision.Waived _ -> WAIVED;
            case Decision.Extended _ -> EXTENDED;
        };
    }

    /// Null unless it is an extension.
    public static @Nullable LocalDate until(Decision.Ruling ruling) {
        return ruling instanceof Decision.Extended(LocalDate until) ? until : null;
    }
}
