package cme.portal.catalog;

import cme.portal.services.Absent;

import java.util.List;

/// A procedure that can be chosen as tracer.
///
/// @param source Where it comes from, and what is still open
public record TracerProcedure(
        String code, String name, String module, List<String> synonyms, String source) {
    public TracerProcedure {
        synonyms = Absent.list(synonyms);
    }
}
