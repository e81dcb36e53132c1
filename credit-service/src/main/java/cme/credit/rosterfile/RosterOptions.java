package cme.credit.rosterfile;

import cme.chassis.json.Fields;
import jakarta.ws.rs.core.MediaType;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How a posted roster is to be read.
///
/// @param type says the form, JSON when it is none
/// @param isOfPars true when it has the fields of ACCME's PARS and not ours
/// @param ignored columns of a table that are passed over
/// @param patientSafetyFoci folded names of the credit foci that are the patient-safety part
public record RosterOptions(
        @Nullable MediaType type,
        boolean isOfPars,
        List<String> ignored,
        Set<String> patientSafetyFoci) {

    /// The value of the parameter `form` for what was made for PARS.
    public static final String PARS = "pars";

    public RosterOptions {
        ignored = List.copyOf(ignored);
        patientSafetyFoci = Set.copyOf(patientSafetyFoci);
    }

    public static RosterOptions of(
            @Nullable MediaType type,
            boolean isOfPars,
            List<String> ignored,
            Collection<String> patientSafetyFoci) {
        return new RosterOptions(
                type,
                isOfPars,
                ignored,
                patientSafetyFoci.stream().map(CreditKind::folded).collect(Collectors.toSet()));
    }

    /// Reads the parameter `form`.
    public static boolean isOfPars(Fields query) {
        String form = query.text("form", 20);
        if (form != null && !form.equals(PARS)) {
            query.violation("form", "unknown-value", "One of [pars].");
        }
        return form != null;
    }

    ActivityReport report() {
        return new ActivityReport(patientSafetyFoci);
    }
}
