package cme.chassis.edge;

import cme.chassis.http.Caller;
import cme.chassis.http.Cursor;
import cme.chassis.http.DryRun;
import cme.chassis.http.ETag;
import cme.chassis.http.IfMatch;
import cme.chassis.http.Page;
import cme.chassis.http.PageRequest;
import cme.chassis.http.Superseded;
import cme.chassis.json.Fields;
import cme.chassis.json.JsonBody;
import cme.chassis.problem.NoSuchResource;
import cme.chassis.quota.Limited;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/// A resource for tests of the HTTP mechanisms.
@Path("/v1/parcels")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ParcelResource {

    static final CountDownLatch GATE = new CountDownLatch(1);

    private final Caller caller;

    ParcelResource(Caller caller) {
        this.caller = caller;
    }

    enum Size {
        SMALL,
        LARGE
    }

    record Item(@Nullable String name) {
        static Item read(Fields fields) {
            return new Item(fields.requiredText("name", 10));
        }
    }

    record Parcel(
            @Nullable String label,
            @Nullable LocalDate sentOn,
            @Nullable BigDecimal weight,
            @Nullable Size size,
            List<Item> items) {

        static Parcel read(Fields fields) {
            return new Parcel(
                    fields.requiredText("label", 20),
                    fields.date("sentOn"),
                    fields.decimal("weight"),
                    fields.oneOf("size", Size.class),
                    fields.objects("items", 3, Item::read));
        }
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    public Parcel post(JsonBody body) {
        return body.read(Parcel::read);
    }

    @POST
    @Path("/owned")
    @RolesAllowed("board")
    @Consumes(MediaType.APPLICATION_JSON)
    public Parcel postOwned(JsonBody body) {
        return body.read(Parcel::read);
    }

    @POST
    @Path("/stream")
    @PermitAll
    @Consumes(MediaType.TEXT_PLAIN)
    public int stream(InputStream body) throws IOException {
        return body.readAllBytes().length;
    }

    @POST
    @Path("/full-disk")
    @Operation(hidden = true)
    @PermitAll
    @Consumes(MediaType.TEXT_PLAIN)
    public int fullDisk(InputStream body) throws IOException {
        body.read();
        throw new IOException("No space left on device");
    }

    @GET
    @PermitAll
    public Page<Integer> list(@Context UriInfo uri) {
        var query = Fields.ofQuery(uri);
        var page = PageRequest.read(query, 1);
        query.complete();
        int first = page.after() == null ? 1 : Integer.parseInt(page.after().part(0)) + 1;
        var rows = IntStream.rangeClosed(first, 7).boxed().limit(page.rowsToFetch()).toList();
        return Page.of(rows, page, number -> Cursor.of(Integer.toString(number)));
    }

    @POST
    @Path("/imports")
    @Operation(hidden = true)
    @PermitAll
    public String imports(@Context UriInfo uri) {
        return "dry run: " + DryRun.isAsked(uri);
    }

    @GET
    @Path("/numbered")
    @Operation(hidden = true)
    @PermitAll
    public Page<Integer> numbered(@Context UriInfo uri) {
        var query = Fields.ofQuery(uri);
        var page = PageRequest.read(query, 1);
        query.flag("odd");
        query.complete();
        var rows = IntStream.rangeClosed(1, 7).boxed().limit(page.rowsToFetch()).toList();
        return Page.of(rows, page, number -> Cursor.of(Integer.toString(number)));
    }

    @GET
    @Path("/limited")
    @Operation(hidden = true)
    @RolesAllowed({"board", "society"})
    @Limited
    public String limited() {
        return "asked";
    }

    @GET
    @Path("/long")
    @Operation(hidden = true)
    @PermitAll
    public List<String> longAnswer() {
        return Collections.nCopies(1_000, "a parcel");
    }

    @GET
    @Path("/waiting")
    @Operation(hidden = true)
    @PermitAll
    public String waiting() throws InterruptedException {
        GATE.await();
        return "done";
    }

    @GET
    @Path("/missing")
    @Operation(hidden = true)
    @PermitAll
    public String missing() {
        throw new NoSuchResource("There is no such parcel.");
    }

    @GET
    @Path("/broken")
    @Operation(hidden = true)
    @PermitAll
    public String broken() {
        throw new IllegalStateException("secret inner detail");
    }

    @GET
    @Path("/owned/{claim}")
    @RolesAllowed({"board", "society"})
    @Produces(MediaType.TEXT_PLAIN)
    public String owned(@PathParam("claim") String claim) {
        return caller.subject() + " " + caller.is("board") + " " + caller.claim(claim).orElse("-");
    }

    @GET
    @Path("/superseded")
    @Operation(operationId = "getSuperseded")
    @PermitAll
    @Superseded(since = "2027-01-01", end = "2028-01-01", by = "/v2/parcels")
    public List<String> superseded() {
        return List.of();
    }

    @GET
    @Path("/unannotated")
    @Operation(hidden = true)
    public String unannotated() {
        return "never";
    }

    @GET
    @Path("/versioned")
    @Operation(operationId = "getVersioned")
    @PermitAll
    public Response versioned(@Context HttpHeaders headers) {
        return ETag.of(3).answer(headers, List.of("third"));
    }

    @PUT
    @Path("/versioned")
    @PermitAll
    @APIResponse(responseCode = "200", description = "It is replaced")
    @APIResponse(responseCode = "412")
    @APIResponse(responseCode = "428")
    public Response replace(@Context HttpHeaders headers) {
        var ifMatch = IfMatch.in(headers);
        var current = ETag.of(3);
        return ifMatch.matches(current)
                ? Response.ok().build()
                : ifMatch.refusal(current).response();
    }
}
