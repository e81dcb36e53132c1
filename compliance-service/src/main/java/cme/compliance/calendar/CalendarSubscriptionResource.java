package cme.compliance.calendar;

import cme.chassis.access.AccessNotes;
import cme.chassis.access.PersonalData;
import cme.chassis.problem.NoSuchResource;
import cme.compliance.diplomate.BoardClock;
import cme.compliance.rules.DiplomateId;

import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The address that a calendar program subscribes to. The secret in it takes the place of a token.
@Path("/v1/calendar-feeds/{secret}.ics")
@RunOnVirtualThread
@PermitAll
@PersonalData
@Tag(name = "Calendar", description = "The deadlines of a diplomate for calendar programs")
public class CalendarSubscriptionResource {

    private final CalendarFeedService feeds;
    private final DeadlineCalendar calendar;
    private final AccessNotes notes;
    private final BoardClock clock;

    CalendarSubscriptionResource(
            CalendarFeedService feeds,
            DeadlineCalendar calendar,
            AccessNotes notes,
            BoardClock clock) {
        this.feeds = feeds;
        this.calendar = calendar;
        this.notes = notes;
        this.clock = clock;
    }

    @GET
    @Produces(CalendarResource.MEDIA_TYPE)
    @Operation(
            summary = "The deadlines of the feed's diplomate",
            operationId = "readCalendarFeed",
            description = "An address to subscribe to. It is open to all who have it.")
    @APIResponse(responseCode = "200", description = "iCalendar (RFC 5545, RFC 7986)")
    @APIResponse(responseCode = "304", description = "You have it already")
    @APIResponse(responseCode = "404", description = "There is no such feed (any more)")
    public Response get(
            @Parameter(
                            description = "The secret of the feed",
                            schema =
                                    @Schema(
                                            implementation = String.class,
                                            pattern = "^[A-Za-z0-9_-]{43}$"))
                    @PathParam("secret")
                    String secret,
            @Context HttpHeaders headers) {
        DiplomateId diplomate =
                feeds.diplomateOf(new FeedSecret(secret))
                        .orElseThrow(() -> new NoSuchResource("There is no such calendar feed."));
        notes.about(diplomate.value());
        return CalendarResource.answer(calendar.of(diplomate), diplomate, clock.today(), headers);
    }
}
