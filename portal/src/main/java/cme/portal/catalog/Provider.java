package cme.portal.catalog;

import cme.portal.services.Absent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An organization that offers activities.
///
/// @param codePrefixes How the codes begin that it may propose, beside its own code and a hyphen
public record Provider(
        String code, String name, @Nullable String website, List<String> codePrefixes) {
    public Provider {
        codePrefixes = Absent.list(codePrefixes);
    }
}
