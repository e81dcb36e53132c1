package cme.portal.activity;

import cme.portal.catalog.CatalogClient;
import cme.portal.catalog.Provider;
import cme.portal.catalog.TracerProcedure;
import cme.portal.compliance.ComplianceClient;
import cme.portal.page.Asked;
import cme.portal.page.Concurrently;
import cme.portal.page.Formats;
import cme.portal.page.Frame;
import cme.portal.page.Names;
import cme.portal.page.Part;
import cme.portal.services.Paged;
import cme.portal.services.ServiceProblem;
import cme.portal.signin.Visitor;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/// Reads what several pages of the catalog need beside their activities.
@RequestScoped
class Reader {
    private static final int ALL = 200;

    private final CatalogClient catalog;
    private final ComplianceClient compliance;
    private final Concurrently concurrently;
    private final Frame frame;

    Reader(
            @RestClient CatalogClient catalog,
            @RestClient ComplianceClient compliance,
            Concurrently concurrently,
            Frame frame) {
        this.catalog = catalog;
        this.compliance = compliance;
        this.concurrently = concurrently;
        this.frame = frame;
    }

    Asked<Paged<Provider>> providers() {
        return concurrently.ask(() -> catalog.providers(ALL, null));
    }

    Asked<Paged<TracerProcedure>> procedures() {
        return concurrently.ask(() -> catalog.tracerProcedures(ALL, null));
    }

    static Names names(Asked<Paged<Provider>> providers, Asked<Paged<TracerProcedure>> procedures) {
        return Names.of(providers.part().map(Paged::items), procedures.part().map(Paged::items));
    }

    /// The help that activities would be to a surgeon, or to the diplomate whom the board names.
    /// Nothing for anybody else, and for somebody who has no cycle.
    Asked<Optional<Helps>> helps(@Nullable String whom) {
        Visitor visitor = frame.visitor();
        Optional<String> diplomate =
                visitor.isBoard() ? Optional.ofNullable(whom) : visitor.diplomateId();
        Formats formats = frame.formats();
        return concurrently.ask(() -> diplomate.flatMap(id -> helps(id, formats)));
    }

    private Optional<Helps> helps(String diplomateId, Formats formats) {
        try {
            return Optional.of(Helps.of(compliance.recommendations(diplomateId, null), formats));
        } catch (ServiceProblem problem) {
            if (problem.isOutage()) {
                throw problem;
            }
            return Optional.empty();
        }
    }

    static Part<List<TracerProcedure>> list(Asked<Paged<TracerProcedure>> procedures) {
        return procedures.part().map(Paged::items);
    }
}
