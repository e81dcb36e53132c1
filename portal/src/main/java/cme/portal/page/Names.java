package cme.portal.page;

import cme.portal.catalog.Provider;
import cme.portal.catalog.TracerProcedure;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The names of providers and tracer procedures by their codes; while the catalog does not answer,
/// or does not know a code, the code has to do.
public record Names(Map<String, String> providers, Map<String, String> procedures) {

    public static Names of(Part<List<Provider>> providers, Part<List<TracerProcedure>> procedures) {
        return new Names(
                providers.isHere()
                        ? providers.value().stream()
                                .collect(Collectors.toMap(Provider::code, Provider::name))
                        : Map.of(),
                procedures.isHere()
                        ? procedures.value().stream()
                                .collect(
                                        Collectors.toMap(
                                                TracerProcedure::code, TracerProcedure::name))
                        : Map.of());
    }

    /// The same for a page that names no providers.
    public static Names of(Part<List<TracerProcedure>> procedures) {
        return of(new Part.Here<>(List.of()), procedures);
    }

    /// The name of a provider, such as `American Society of Plastic Surgeons`.
    public String provider(String code) {
        return providers.getOrDefault(code, code);
    }

    /// The name of a procedure, such as `Carpal tunnel`.
    public String procedure(String code) {
        return procedures.getOrDefault(code, Words.plain(code));
    }

    /// The title of a completion: a posting without one has the code of its activity.
    public static String title(@Nullable String title, @Nullable String activity) {
        if (title != null) {
            return title;
        }
        return activity == null ? "Untitled" : activity;
    }
}
