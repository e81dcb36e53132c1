package cme.compliance.calendar;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The answer with a new feed. Its address cannot be read again.
@Schema(name = "AddedCalendarFeed", description = "A new feed with its address")
record AddedCalendarFeedView(
        @JsonUnwrapped CalendarFeedView feed,
        @Schema(
                        description =
                                "Subscribe to it in a calendar program. Anybody who has it can read the"
                                        + " deadlines. It is shown this once",
                        examples =
                                "https://cme.example/v1/calendar-feeds/q4rX0mUoO2yFb3tKp9sVw1zJ6nLh8dCe5aGiYxTfRk0.ics")
                URI address) {}
