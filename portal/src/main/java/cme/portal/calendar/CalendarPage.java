package cme.portal.calendar;

import cme.portal.compliance.CalendarFeed;
import cme.portal.page.Formats;
import cme.portal.services.ServiceProblem;
import cme.portal.status.StatusAddress;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The calendar of a diplomate and the addresses that read it.
///
/// @param said what was just done; null for nothing
/// @param added the address that was just made, shown this once; null for none
/// @param fault why the last wish was refused; null if it was not
public record CalendarPage(
        String diplomateId,
        @Nullable String said,
        @Nullable Added added,
        @Nullable Fault fault,
        List<Feed> feeds) {

    private static final String REMOVED = "removed";

    /// @param id of the field where the reason is typed
    public record Feed(
            String id,
            int revision,
            String title,
            String by,
            String field,
            @Nullable Fault fault) {}

    /// @param subscribe the same for programs that open such addresses by themselves
    public record Added(String address, String subscribe) {}

    /// @param field id of the field; null where none is to blame
    /// @param typed what stood in it
    public record Fault(@Nullable String field, String sentence, String typed) {}

    static CalendarPage of(
            String diplomateId, List<CalendarFeed> feeds, @Nullable String done, Formats formats) {
        return new CalendarPage(
                diplomateId,
                REMOVED.equals(done)
                        ? "The address is removed. Calendars that have it get nothing any more."
                        : null,
                null,
                null,
                feeds.stream().map(one -> feed(one, formats)).toList());
    }

    private static Feed feed(CalendarFeed feed, Formats formats) {
        return new Feed(
                feed.id(),
                feed.revision(),
                "Made " + formats.instant(feed.createdAt()),
                "by " + feed.createdBy(),
                "reason-" + feed.id(),
                null);
    }

    /// The same with a new address.
    ///
    /// @param reached where calendar programs reach the service, which names itself as the portal
    ///   reaches it
    CalendarPage adding(CalendarFeed.Added feed, URI reached) {
        String address = reachedAt(reached, feed.address());
        return new CalendarPage(
                diplomateId, null, new Added(address, subscribe(address)), null, feeds);
    }

    private static String reachedAt(URI reached, String address) {
        return reached.resolve(URI.create(address).getRawPath()).toString();
    }

    /// The same with why an address could not be made.
    CalendarPage refused(ServiceProblem problem) {
        return new CalendarPage(
                diplomateId, null, null, new Fault(null, problem.detail(), ""), feeds);
    }

    /// The same with why an address could not be removed, at its field.
    CalendarPage refused(String feed, String typed, ServiceProblem problem) {
        String sentence = typed.isBlank() ? "Say why; the history keeps it." : problem.detail();
        var at = new Fault("reason-" + feed, sentence, typed);
        return new CalendarPage(
                diplomateId,
                null,
                null,
                at,
                feeds.stream()
                        .map(
                                one ->
                                        one.id().equals(feed)
                                                ? new Feed(
                                                        one.id(),
                                                        one.revision(),
                                                        one.title(),
                                                        one.by(),
                                                        one.field(),
                                                        at)
                                                : one)
                        .toList());
    }

    public String path() {
        return StatusAddress.path(diplomateId) + "/calendar";
    }

    public String statusPath() {
        return StatusAddress.path(diplomateId);
    }

    /// For the summary of errors.
    public List<Fault> faults() {
        return fault == null ? List.of() : List.of(fault);
    }

    private static String subscribe(String address) {
        URI uri = URI.create(address);
        return "webcal:" + uri.getRawSchemeSpecificPart();
    }
}
