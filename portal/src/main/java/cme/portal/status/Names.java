package cme.portal.status;

import cme.portal.catalog.TracerProcedure;
import cme.portal.page.Part;
import cme.portal.page.Words;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The names of tracer procedures; while the catalog does not answer, the code has to do.
public record Names(Map<String, String> procedures) {

    /// While the catalog does not answer, it has none.
    public static Names of(Part<List<TracerProcedure>> procedures) {
        return switch (procedures) {
            case Part.Here<List<TracerProcedure>>(var list) ->
                    new Names(
                            list.stream()
                                    .collect(
                                            Collectors.toMap(
                                                    TracerProcedure::code, TracerProcedure::name)));
            case Part.Missing<List<TracerProcedure>> _ -> new Names(Map.of());
        };
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
