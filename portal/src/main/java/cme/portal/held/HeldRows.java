package cme.portal.held;

import cme.portal.credit.CreditClient;
import cme.portal.credit.HeldRow;
import cme.portal.credit.Identity;
import cme.portal.page.AddressFields;
import cme.portal.page.Concurrently;
import cme.portal.page.Frame;
import cme.portal.page.PortalConfig;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/// Reads rows that wait, and what a page shows beside one.
@RequestScoped
class HeldRows {
    private static final int MOST_FOUND = 10;

    private final CreditClient credit;
    private final Concurrently concurrently;
    private final AddressFields addresses;
    private final Frame frame;
    private final PortalConfig config;

    HeldRows(
            @RestClient CreditClient credit,
            Concurrently concurrently,
            AddressFields addresses,
            Frame frame,
            PortalConfig config) {
        this.credit = credit;
        this.concurrently = concurrently;
        this.addresses = addresses;
        this.frame = frame;
        this.config = config;
    }

    /// The things that a page of a row is asked for.
    ///
    /// @param filter the reason by which rows are gone through; null for all
    /// @param q searches somebody else; null for nobody
    /// @param discardReason the reason to discard it for, as it was typed
    /// @param preview whether to show what discarding would do
    /// @param problem why the last try was refused; null if it was not
    record Question(
            @Nullable String filter,
            @Nullable String q,
            String discardReason,
            boolean preview,
            HeldListPage.@Nullable Done done,
            @Nullable String problem) {

        /// The page as an address asks for it.
        static Question of(
                @Nullable String filter, @Nullable String q, HeldListPage.@Nullable Done done) {
            return new Question(filter, q, "", false, done, null);
        }

        /// The page with what discarding would do.
        static Question preview(HeldForm form) {
            return new Question(form.filter(), null, form.discardReason(), true, null, null);
        }

        /// The page after a try that was refused.
        static Question refused(HeldForm form, String why) {
            return new Question(form.filter(), null, form.discardReason(), false, null, why);
        }
    }

    /// The values of an address that the service takes.
    @Nullable String reason(@Nullable String typed) {
        return addresses.text("reason", typed, "Rows wait for no such reason. All are shown.");
    }

    HeldRow.Page waiting(@Nullable String reason, @Nullable String cursor) {
        return credit.heldRows(null, null, reason, null, null, config.pageSize(), cursor);
    }

    HeldRowPage page(String id, Question question) {
        String filter = question.filter();
        String q = question.q();
        var row = concurrently.ask(() -> credit.heldRow(id));
        var found =
                concurrently.ask(
                        () ->
                                q == null
                                        ? List.<Identity>of()
                                        : credit.identities(q, null, MOST_FOUND, null).items());
        var around = concurrently.ask(() -> around(id, filter));
        HeldRow.Detail detail = row.value();
        return HeldRowPage.of(
                detail,
                register(detail),
                new HeldRowPage.Asked(
                        q == null ? "" : q,
                        found.value(),
                        filter,
                        address(around.value().previous(), filter),
                        address(around.value().next(), filter),
                        question.discardReason(),
                        question.preview(),
                        question.done(),
                        question.problem()),
                frame.formats());
    }

    /// The register's entries of the candidates, in one call.
    private List<Identity> register(HeldRow.Detail row) {
        String ids =
                row.candidates().stream()
                        .map(HeldRow.Candidate::diplomateId)
                        .collect(Collectors.joining(","));
        return ids.isEmpty() ? List.of() : credit.identities(null, ids, null, null).items();
    }

    private static @Nullable String address(@Nullable String id, @Nullable String filter) {
        return id == null ? null : HeldListPage.address(id, filter);
    }

    /// The rows beside one in their order.
    ///
    /// @param previous null before the first
    /// @param next the first again after the last; null where there is no other
    record Around(@Nullable String previous, @Nullable String next) {}

    Around around(String id, @Nullable String filter) {
        List<String> ids = waiting(filter, null).items().stream().map(HeldRow::id).toList();
        int here = ids.indexOf(id);
        return new Around(
                here > 0 ? ids.get(here - 1) : null,
                here >= 0 && here + 1 < ids.size()
                        ? ids.get(here + 1)
                        : ids.stream().filter(one -> !one.equals(id)).findFirst().orElse(null));
    }
}
