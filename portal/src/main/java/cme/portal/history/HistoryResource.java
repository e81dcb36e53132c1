package cme.portal.history;

import cme.portal.catalog.CatalogClient;
import cme.portal.catalog.TracerProcedure;
import cme.portal.compliance.ComplianceClient;
import cme.portal.compliance.HistoryEntry;
import cme.portal.credit.CreditClient;
import cme.portal.credit.Transcript;
import cme.portal.page.AddressFields;
import cme.portal.page.Asked;
import cme.portal.page.Concurrently;
import cme.portal.page.Frame;
import cme.portal.page.Names;
import cme.portal.services.Paged;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/// The history of a diplomate: each fact with the instant when it became known.
@Path("/diplomates/{id}/history")
@RolesAllowed({"board", "diplomate"})
public class HistoryResource {
    private static final int ALL_PROCEDURES = 200;
    private static final int ON_A_PAGE = 20;

    /// The service lists the oldest first, so the newest are known when all are read.
    private static final int AT_ONCE = 200;

    private static final int MOST = 1_000;

    private final ComplianceClient compliance;
    private final CreditClient credit;
    private final CatalogClient catalog;
    private final Concurrently concurrently;
    private final AddressFields address;
    private final Frame frame;

    HistoryResource(
            @RestClient ComplianceClient compliance,
            @RestClient CreditClient credit,
            @RestClient CatalogClient catalog,
            Concurrently concurrently,
            AddressFields address,
            Frame frame) {
        this.compliance = compliance;
        this.credit = credit;
        this.catalog = catalog;
        this.concurrently = concurrently;
        this.address = address;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "history")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance history(HistoryPage page);
    }

    /// @param from the first day of recording; empty for the beginning
    /// @param to the last day; empty for today
    /// @param page 1 for the newest entries
    @GET
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    public TemplateInstance history(
            @PathParam("id") String id,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("page") @Nullable String page) {
        return address.asking(
                () ->
                        page(
                                HistoryQuestion.of(
                                        id,
                                        address.day("from", from),
                                        address.day("to", to),
                                        address.number("page", page))));
    }

    private TemplateInstance page(HistoryQuestion question) {
        String id = question.diplomateId();
        if (question.fault() != null) {
            address.refuse("to", question.fault());
        }
        Asked<Found> found = concurrently.ask(() -> read(question));
        Asked<Transcript> transcript =
                concurrently.ask(() -> credit.transcript(id, null, null, List.of()));
        Asked<Paged<TracerProcedure>> procedures =
                concurrently.ask(() -> catalog.tracerProcedures(ALL_PROCEDURES, null));
        Found all = found.value();
        return Templates.history(
                HistoryPage.of(
                        question,
                        all.entries(),
                        all.more(),
                        ON_A_PAGE,
                        new HistoryWords(
                                titles(transcript),
                                Names.of(procedures.part().map(Paged::items)),
                                frame.formats())));
    }

    /// @param more whether the service has more than was read
    private record Found(List<HistoryEntry> entries, boolean more) {}

    private Found read(HistoryQuestion question) {
        List<HistoryEntry> entries = new ArrayList<>();
        String cursor = null;
        do {
            Paged<HistoryEntry> read =
                    compliance.history(
                            question.diplomateId(),
                            question.from(),
                            question.to(),
                            AT_ONCE,
                            cursor);
            entries.addAll(read.items());
            cursor = read.nextCursor();
        } while (cursor != null && entries.size() < MOST);
        return new Found(entries, cursor != null);
    }

    /// Without the ledger a completion has the code of its activity.
    private static Map<String, String> titles(Asked<Transcript> transcript) {
        var part = transcript.part();
        return part.isHere()
                ? part.value().items().stream()
                        .collect(
                                Collectors.toMap(
                                        Transcript.Item::completion,
                                        Transcript.Item::title,
                                        (one, _) -> one))
                : Map.of();
    }
}
