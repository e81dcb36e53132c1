package cme.portal.services;

import static org.assertj.core.api.Assertions.assertThat;

import cme.portal.catalog.CatalogClient;
import cme.portal.compliance.ComplianceClient;
import cme.portal.compliance.ComplianceFileClient;
import cme.portal.credit.CreditClient;
import cme.portal.credit.CreditFileClient;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Every question and every reading of the portal is in the documents of the services.
class ClientContractTest {

    @Test
    void theCatalogIsAskedAsItsDocumentSays() {
        assertThat(ClientContract.differences("catalog-service", CatalogClient.class)).isEmpty();
    }

    @Test
    void theCreditServiceIsAskedAsItsDocumentSays() {
        assertThat(
                        ClientContract.differences(
                                "credit-service", CreditClient.class, CreditFileClient.class))
                .isEmpty();
    }

    @Test
    void theComplianceServiceIsAskedAsItsDocumentSays() {
        assertThat(
                        ClientContract.differences(
                                "compliance-service",
                                ComplianceClient.class,
                                ComplianceFileClient.class))
                .isEmpty();
    }

    @Path("/v1")
    interface WrongClient {
        @GET
        @Path("/providers/{code}")
        WrongProvider provider(@PathParam("code") String code);

        @GET
        @Path("/providers")
        Paged<WrongProvider> providers(@QueryParam("limit") LocalDate limit);

        @GET
        @Path("/suppliers")
        WrongProvider suppliers();

        @PUT
        @Path("/providers/{code}")
        void putProvider(
                @PathParam("code") String code, @QueryParam("by") String by, WrongRequest body);

        @DELETE
        @Path("/activities/{code}/retirement")
        void removeRetirement(@PathParam("code") String code);
    }

    record WrongProvider(
            String code,
            String named,
            int name,
            String website,
            @Nullable List<String> codePrefixes,
            @Nullable Integer revision,
            @Nullable String telephone) {}

    record WrongRequest(@Nullable String website, @Nullable List<Integer> codePrefixes, int size) {}

    @Test
    void everyDeviationIsFound() {
        String provider = WrongProvider.class.getName();
        String request = WrongRequest.class.getName();
        assertThat(ClientContract.differences("catalog-service", WrongClient.class))
                .containsExactlyInAnyOrder(
                        "There is no GET /v1/suppliers.",
                        "GET /v1/providers: the query limit has another type.",
                        "PUT /v1/providers/{code} has no query by.",
                        "PUT /v1/providers/{code} answers something.",
                        "DELETE /v1/activities/{code}/retirement needs the query reason.",
                        provider + ".named is not in the schema.",
                        provider + ".name has another type.",
                        provider + ".website may be null.",
                        provider + ".codePrefixes is not empty when it is left out.",
                        provider + ".revision is never null.",
                        provider + ".telephone is in no answer.",
                        request + ".codePrefixes has another type.",
                        request + ".size is not in the schema.",
                        request + " lacks name.");
    }
}
