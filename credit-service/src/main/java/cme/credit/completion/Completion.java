package cme.credit.completion;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One diplomate completed one thing on one date for so many credits: a revision of it.
///
/// @param revision counts from 1
/// @param externalId the poster's own name of it
/// @param roster with which it came; null when it came alone
/// @param recordedAt when this revision was made
/// @param recordedBy subject of the token that made this revision
/// @param reason of a correction or withdrawal; null of the first revision
public record Completion(
        UUID id,
        int revision,
        Status status,
        String diplomateId,
        Content content,
        Poster poster,
        String externalId,
        @Nullable UUID roster,
        Instant recordedAt,
        String recordedBy,
        @Nullable String reason) {

    /// Whether it counts as done.
    @Schema(name = "CompletionStatus")
    public enum Status {
        RECORDED,
        WITHDRAWN
    }

    /// What was completed.
    ///
    /// @param activity code in the catalog; null when there is a title
    /// @param title of something outside the catalog; null when there is an activity
    /// @param patientSafetyCredits null when unknown
    /// @param provider who gave it; null when the board posted a title and did not say
    public record Content(
            @Nullable String activity,
            @Nullable String title,
            LocalDate completedOn,
            Credits credits,
            @Nullable Credits patientSafetyCredits,
            @Nullable String category,
            @Nullable String provider) {}

    /// The next revision of it.
    public Completion revised(
            Status status, Content content, Instant at, String by, String reason) {
        return revised(diplomateId, status, content, at, by, reason);
    }

    /// The next revision of it, which is the given diplomate's.
    public Completion revised(
            String diplomate,
            Status status,
            Content content,
            Instant at,
            String by,
            String reason) {
        return new Completion(
                id,
                revision + 1,
                status,
                diplomate,
                content,
                poster,
                externalId,
                roster,
                at,
                by,
                reason);
    }
}
