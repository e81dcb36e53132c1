package cme.portal.roster;

import cme.portal.credit.CreditFileClient;
import cme.portal.credit.RosterResult;
import cme.portal.page.Frame;
import cme.portal.services.ServiceProblem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/// A new roster: upload, preview, post.
@Path("/rosters/new")
@RolesAllowed({"board", "society"})
public class NewRosterResource {
    private static final int UNPROCESSABLE = 422;
    private static final int MOST_LETTERS = 100;

    private final CreditFileClient files;
    private final KeptFiles kept;
    private final Frame frame;

    NewRosterResource(@RestClient CreditFileClient files, KeptFiles kept, Frame frame) {
        this.files = files;
        this.kept = kept;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "roster")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance upload(NewRosterPage page);

        static native TemplateInstance preview(PreviewPage page);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    public TemplateInstance form(
            @QueryParam("name") @Nullable String name,
            @QueryParam("reinstate") @Nullable String reinstate,
            @QueryParam("done") @Nullable String done) {
        return Templates.upload(NewRosterPage.empty(name, "true".equals(reinstate), done));
    }

    /// Keeps the file and tries it.
    @POST
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    public Response upload(
            @RestForm("externalId") @Nullable String externalId,
            @RestForm("file") @Nullable FileUpload file,
            @RestForm("text") @Nullable String text,
            @RestForm("pars") @Nullable String pars,
            @RestForm("reinstate") @Nullable String reinstate)
            throws IOException {
        String name = Objects.requireNonNullElse(externalId, "").strip();
        String pasted = Objects.requireNonNullElse(text, "");
        boolean hasFile = file != null && file.size() > 0;
        List<Mending.Fault> faults = faults(name, hasFile || !pasted.isBlank());
        if (!faults.isEmpty()) {
            return Response.status(UNPROCESSABLE)
                    .entity(
                            Templates.upload(
                                    new NewRosterPage(
                                            name, pasted, reinstate != null, null, faults)))
                    .build();
        }
        java.nio.file.Path path = kept.place();
        if (hasFile) {
            Files.copy(file.uploadedFile(), path);
        } else {
            Files.writeString(path, pasted);
        }
        String fileName = hasFile ? file.fileName() : "pasted text";
        KeptFile one = keep(path, fileName, name, pars != null, reinstate != null);
        check(one);
        return Response.seeOther(URI.create("/rosters/new/" + one.id())).build();
    }

    private static List<Mending.Fault> faults(String name, boolean hasContent) {
        List<Mending.Fault> faults = new ArrayList<>();
        if (name.isEmpty()) {
            faults.add(
                    new Mending.Fault(
                            "externalId", "Give the roster a name, such as that of the event."));
        } else if (name.length() > MOST_LETTERS) {
            faults.add(new Mending.Fault("externalId", "A name has at most 100 letters."));
        }
        if (!hasContent) {
            faults.add(new Mending.Fault("file", "Choose a file, or paste its rows."));
        }
        return faults;
    }

    private KeptFile keep(
            java.nio.file.Path path, String fileName, String name, boolean pars, boolean reinstate)
            throws IOException {
        FileForm found = FileForm.of(path);
        FileForm form = new FileForm(found.kind(), found.pars() || pars);
        Table table = form.kind().isTable() ? table(path, form) : null;
        return kept.keep(
                path,
                at ->
                        new KeptFile(
                                path.getFileName().toString(),
                                frame.visitor().subject(),
                                path,
                                fileName,
                                form,
                                name,
                                reinstate,
                                table,
                                null,
                                null,
                                null,
                                at));
    }

    /// A file that cannot be shown may still be read by the ledger, or the ledger says why not.
    private static @Nullable Table table(java.nio.file.Path path, FileForm form) {
        try {
            Table table = Table.of(path, form.kind());
            return table.header().isEmpty() ? null : table;
        } catch (IOException | RuntimeException _) {
            return null;
        }
    }

    /// Asks the ledger what would become of the rows, and keeps the answer with the file.
    private void check(KeptFile file) throws IOException {
        try {
            kept.change(file.checked(post(file, true), null));
        } catch (ServiceProblem problem) {
            if (problem.status() == 401 || problem.status() == 403) {
                throw problem;
            }
            kept.change(file.checked(null, problem));
        }
    }

    private RosterResult post(KeptFile file, boolean dryRun) throws IOException {
        Table table = file.table();
        List<String> fields = file.fields();
        String type = file.form().kind().type();
        String leftOut = null;
        java.nio.file.Path sent = file.path();
        StandardOpenOption[] options = {StandardOpenOption.READ};
        if (table != null && fields != null) {
            List<String> header = Columns.header(fields);
            sent = kept.place();
            table.renamed(file.path(), file.form().kind(), header, sent);
            type = RowTable.TYPE;
            leftOut = Optional.of(Columns.leftOut(header)).filter(s -> !s.isEmpty()).orElse(null);
            options =
                    new StandardOpenOption[] {
                        StandardOpenOption.READ, StandardOpenOption.DELETE_ON_CLOSE
                    };
        } else if (table != null && table.charset().name().equals("windows-1252")) {
            type = type + ";charset=windows-1252";
        }
        try (InputStream in = Files.newInputStream(sent, options)) {
            return files.postRoster(
                    type,
                    file.rosterName(),
                    dryRun,
                    file.reinstate(),
                    leftOut,
                    file.form().pars() ? "pars" : null,
                    in);
        }
    }

    @GET
    @Path("/{file}")
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    public Response preview(@PathParam("file") String id) throws IOException {
        return with(
                id,
                file ->
                        Response.ok(Templates.preview(PreviewPage.of(file, frame.formats())))
                                .build());
    }

    private Response with(String id, Function<KeptFile, Response> answer) {
        return kept.find(id, frame.visitor().subject())
                .map(answer)
                .orElseGet(() -> Response.seeOther(URI.create("/rosters/new?done=gone")).build());
    }

    /// Tries the file again, under the chosen names of its columns.
    @POST
    @Path("/{file}/columns")
    @RunOnVirtualThread
    public Response columns(@PathParam("file") String id, @RestForm List<String> field)
            throws IOException {
        Optional<KeptFile> found = kept.find(id, frame.visitor().subject());
        if (found.isPresent()) {
            KeptFile file = found.get();
            check(file.table() == null || field.isEmpty() ? file : file.withFields(known(field)));
        }
        return with(id, _ -> Response.seeOther(URI.create("/rosters/new/" + id)).build());
    }

    private static List<String> known(List<String> fields) {
        return fields.stream().map(one -> PostedRow.FIELDS.contains(one) ? one : "").toList();
    }

    @POST
    @Path("/{file}/posting")
    @RunOnVirtualThread
    public Response post(@PathParam("file") String id) throws IOException {
        Optional<KeptFile> found = kept.find(id, frame.visitor().subject());
        if (found.isEmpty()) {
            return with(id, _ -> Response.noContent().build());
        }
        KeptFile file = found.get();
        try {
            RosterResult posted = post(file, false);
            kept.remove(file);
            return Response.seeOther(
                            URI.create(
                                    "/rosters/"
                                            + posted.id()
                                            + (file.reinstate()
                                                    ? "?done=put-back"
                                                    : "?done=posted")))
                    .build();
        } catch (ServiceProblem problem) {
            if (problem.status() == 401 || problem.status() == 403) {
                throw problem;
            }
            kept.change(file.checked(null, problem));
            return Response.seeOther(URI.create("/rosters/new/" + id)).build();
        }
    }

    @POST
    @Path("/{file}/removal")
    @RunOnVirtualThread
    public Response remove(@PathParam("file") String id) {
        kept.find(id, frame.visitor().subject()).ifPresent(kept::remove);
        return Response.seeOther(URI.create("/rosters?done=removed")).build();
    }
}
