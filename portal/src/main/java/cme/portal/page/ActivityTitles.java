package cme.portal.page;

import cme.portal.catalog.CatalogClient;
import cme.portal.services.ServiceProblem;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/// The titles of activities by their codes, for what the ledger knows by code only.
@ApplicationScoped
public class ActivityTitles {
    private final CatalogClient catalog;

    ActivityTitles(@RestClient CatalogClient catalog) {
        this.catalog = catalog;
    }

    /// Null when the catalog does not say: then the code has to do.
    public @Nullable String find(@Nullable String code) {
        if (code == null) {
            return null;
        }
        try {
            return catalog.activity(code).getEntity().title();
        } catch (ServiceProblem _) {
            return null;
        }
    }
}
