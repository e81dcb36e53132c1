package cme.portal.completion;

import cme.portal.credit.Completion;
import cme.portal.credit.CreditClient;
import cme.portal.page.ActivityTitles;
import cme.portal.page.Asked;
import cme.portal.page.Concurrently;
import cme.portal.page.Frame;
import cme.portal.page.Part;
import cme.portal.services.Paged;
import cme.portal.services.Versioned;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/// Makes the page of a completion, with what the services say about it.
@RequestScoped
class CompletionPages {
    private static final int MOST = 200;

    private final CreditClient credit;
    private final ActivityTitles titles;
    private final Concurrently concurrently;
    private final Frame frame;

    CompletionPages(
            @RestClient CreditClient credit,
            ActivityTitles titles,
            Concurrently concurrently,
            Frame frame) {
        this.credit = credit;
        this.titles = titles;
        this.concurrently = concurrently;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "completion")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance completion(CompletionPage page);
    }

    TemplateInstance show(
            Versioned<Completion> current,
            @Nullable String done,
            CompletionPage.@Nullable Refused refused,
            @Nullable String withdrawalError) {
        Completion completion = current.value();
        boolean mayEdit = !frame.visitor().isDiplomate();
        Asked<Paged<Completion.Revision>> revisions =
                concurrently.ask(() -> credit.revisions(completion.id()));
        Asked<Paged<Completion.Proposal>> proposals =
                concurrently.ask(
                        () ->
                                mayEdit
                                        ? credit.proposals(completion.id(), null, MOST, null)
                                        : new Paged<>(List.of(), null));
        return Templates.completion(
                CompletionPage.of(
                        new CompletionPage.Known(
                                completion,
                                titles.find(completion.activity()),
                                revisions.value().items(),
                                shown(proposals.part())),
                        current.tag(),
                        new CompletionPage.Viewer(frame.visitor().isBoard(), mayEdit, done),
                        refused,
                        withdrawalError,
                        frame.formats()));
    }

    private static List<Completion.Proposal> shown(Part<Paged<Completion.Proposal>> proposals) {
        return proposals.isHere() ? proposals.value().items() : List.of();
    }
}
