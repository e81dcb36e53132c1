package cme.portal.activity;

import cme.portal.catalog.Provider;
import cme.portal.catalog.TracerProcedure;
import cme.portal.page.Part;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The names of providers and procedures by their codes; the code itself where the name is not
/// known.
record Names(Map<String, String> providers, Map<String, String> procedures) {

    static Names of(Part<List<Provider>> providers, Part<List<TracerProcedure>> procedures) {
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

    String provider(String code) {
        return providers.getOrDefault(code, code);
    }

    String procedure(String code) {
        return procedures.getOrDefault(code, code);
    }
}
