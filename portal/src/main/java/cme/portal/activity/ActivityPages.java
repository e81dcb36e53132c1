package cme.portal.activity;

import cme.portal.activity.ActivityPage.Attempt;
import cme.portal.activity.ActivityPage.Done;
import cme.portal.catalog.Activity;
import cme.portal.catalog.CatalogClient;
import cme.portal.page.Asked;
import cme.portal.page.Concurrently;
import cme.portal.page.Frame;
import cme.portal.page.Part;
import cme.portal.page.Query;
import cme.portal.services.Paged;
import cme.portal.services.ServiceProblem;
import cme.portal.signin.Visitor;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/// Makes the page of an activity, for those who look at it and after what was done or refused.
@RequestScoped
class ActivityPages {
    private static final int ALL = 200;
    private static final int UNPROCESSABLE = 422;

    private final CatalogClient catalog;
    private final Reader reader;
    private final Concurrently concurrently;
    private final Frame frame;

    ActivityPages(
            @RestClient CatalogClient catalog,
            Reader reader,
            Concurrently concurrently,
            Frame frame) {
        this.catalog = catalog;
        this.reader = reader;
        this.concurrently = concurrently;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "activity")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance activity(ActivityPage page);
    }

    /// @param whom for whom the board looks at it; null for nobody
    /// @param done gives what was just recorded, once the activity is read; null for nothing
    TemplateInstance show(
            String code,
            @Nullable String whom,
            Attempt attempt,
            @Nullable String done,
            String undo) {
        Visitor visitor = frame.visitor();
        Asked<Activity> activity = concurrently.ask(() -> catalog.activity(code).getEntity());
        Asked<Paged<Activity.Revision>> revisions =
                concurrently.ask(() -> catalog.revisions(code, ALL, null));
        var providers = reader.providers();
        var procedures = reader.procedures();
        var helps = reader.helps(whom);
        Activity found = activity.value();
        Part<Optional<Helps>> help = helps.part();
        return Templates.activity(
                ActivityPage.of(
                        new ActivityPage.Known(
                                found,
                                revisions.part().map(Paged::items),
                                Reader.names(providers, procedures),
                                help.isHere() ? help.value() : Optional.empty()),
                        new ActivityPage.For(
                                visitor.isBoard(),
                                visitor.provider().orElse(null),
                                visitor.isBoard() ? whom : visitor.diplomateId().orElse(null)),
                        attempt,
                        done(done, undo, found),
                        frame.today(),
                        frame.formats()));
    }

    /// Shows the page again with what was refused; anything else goes its way.
    Response refused(String code, Attempt attempt, int seen, ServiceProblem problem) {
        if (problem.isStale()) {
            return again(
                    code,
                    new Attempt(attempt.approval(), attempt.retirement(), List.of(), seen),
                    412);
        }
        if (problem.status() == 400
                || problem.status() == 409
                || problem.status() == UNPROCESSABLE) {
            return again(
                    code,
                    new Attempt(
                            attempt.approval(),
                            attempt.retirement(),
                            Fault.of(problem, frame.formats()),
                            null),
                    UNPROCESSABLE);
        }
        throw problem;
    }

    /// The form with what it says is wrong itself.
    Response refused(String code, Attempt attempt) {
        return again(code, attempt, UNPROCESSABLE);
    }

    private Response again(String code, Attempt attempt, int status) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .entity(show(code, null, attempt, null, "").render())
                .build();
    }

    static Response seeOther(String code, String done, @Nullable String undo) {
        return Response.seeOther(
                        URI.create(
                                Query.of("/activities/" + code)
                                        .with("done", done)
                                        .with("undo", undo)
                                        .toString()))
                .build();
    }

    /// An unknown code says nothing.
    private static @Nullable Done done(@Nullable String done, String undo, Activity activity) {
        String path = "/activities/" + activity.code();
        String revision = "?revision=" + activity.revision();
        return switch (done) {
            case null -> null;
            case "approved" ->
                    new Done(
                            "The approval is recorded.",
                            activity.approvals().stream().anyMatch(one -> one.id().equals(undo))
                                    ? path + "/approvals/" + undo + "/withdrawal" + revision
                                    : null);
            case "approval-changed" -> new Done("The approval is changed.", null);
            case "approval-withdrawn" ->
                    new Done("The approval is taken back, as if it had never been.", null);
            case "retired" ->
                    new Done(
                            "The activity is retired.",
                            activity.retirement() == null
                                    ? null
                                    : path + "/retirement/withdrawal" + revision);
            case "reinstated" -> new Done("The retirement is taken back.", null);
            case "changed" -> new Done("The activity is changed.", null);
            case "proposed" ->
                    new Done(
                            "The activity is proposed. It is found by others when the board has"
                                    + " approved it.",
                            null);
            case "added" ->
                    new Done("The activity is recorded. Approve it, so that it is found.", null);
            default -> null;
        };
    }
}
