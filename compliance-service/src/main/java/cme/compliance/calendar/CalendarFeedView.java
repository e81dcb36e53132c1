package cme.compliance.calendar;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "CalendarFeed",
        description = "A feed without its address, which is shown once, when it is added")
record CalendarFeedView(
        UUID id,
        @Schema(examples = "1", description = "Also the ETag") int revision,
        Instant createdAt,
        @Schema(examples = "012345") String createdBy) {}
