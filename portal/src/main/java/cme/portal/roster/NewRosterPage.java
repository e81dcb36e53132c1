package cme.portal.roster;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The form for a new roster.
///
/// @param name as it was typed
/// @param text as it was pasted
/// @param reinstate whether it is to put back what was withdrawn
/// @param faults what is wrong with the form, by field
public record NewRosterPage(
        String name,
        String text,
        boolean reinstate,
        @Nullable String gone,
        List<Mending.Fault> faults) {

    static NewRosterPage empty(@Nullable String name, boolean reinstate, @Nullable String done) {
        return new NewRosterPage(
                name == null ? "" : name,
                "",
                reinstate,
                "gone".equals(done)
                        ? "The file waited too long and was put away. Nothing was posted; please choose"
                                + " it again."
                        : null,
                List.of());
    }

    public @Nullable String nameError() {
        return errorOf("externalId");
    }

    public @Nullable String fileError() {
        return errorOf("file");
    }

    private @Nullable String errorOf(String field) {
        return faults.stream()
                .filter(fault -> field.equals(fault.field()))
                .map(Mending.Fault::sentence)
                .findFirst()
                .orElse(null);
    }
}
