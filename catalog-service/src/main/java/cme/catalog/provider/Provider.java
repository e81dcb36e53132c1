package cme.catalog.provider;

import cme.catalog.reference.ReferenceRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A society, journal or institution that gives activities.
@Entity
class Provider extends ReferenceRecord<ProviderRequest, ProviderView> {

    private String name = "";
    private @Nullable String website;

    @Column(name = "code_prefixes")
    private List<String> codePrefixes = List.of();

    /// For Hibernate.
    Provider() {}

    Provider(String code) {
        super(code);
    }

    @Override
    protected boolean says(ProviderRequest request) {
        return name.equals(request.name())
                && Objects.equals(website, request.website())
                && codePrefixes.equals(request.codePrefixes());
    }

    @Override
    protected void take(ProviderRequest request) {
        name = request.name();
        website = request.website();
        codePrefixes = request.codePrefixes();
    }

    @Override
    protected ProviderView view() {
        return new ProviderView(code(), name, website, codePrefixes, revision(), recordedAt());
    }
}
