package cme.credit.completion;

import cme.credit.access.Poster;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A revision of a completion: one diplomate completed one thing on one date for so many credits.
///
/// @param revision counts from 1
/// @param externalId the poster's own name of the completion
/// @param roster the roster that brought it; null when it was posted alone
/// @param recordedAt when this revision was made
/// @param recordedBy subject of the token that made this revision
/// @param reason of a correction or withdrawal; null in most first revisions
/// @param boardDecided whether the board resolved the row or made a revision; the poster may not
///   undo what the board decided
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
        @Nullable String reason,
        boolean boardDecided) {

    /// The longest reason of any change, in characters.
    public static final int MAX_REASON = 500;

    private static final String REINSTATED = "Reinstated: posted again after the withdrawal";

    /// A withdrawn completion counts as not done.
    @Schema(name = "CompletionStatus")
    public enum Status {
        RECORDED,
        WITHDRAWN
    }

    /// The thing that was completed, as the ledger knows it and as JSON carries it.
    ///
    /// @param activity code in the catalog; null when there is a title
    /// @param title of something outside the catalog; null when there is an activity
    /// @param session a named part of the activity on that day: two completions of one activity and
    ///   day with different sessions are parts of one attendance
    /// @param patientSafetyCredits null when unknown
    /// @param provider the giver; null when the board posted a title and named none
    public record Content(
            @Nullable String activity,
            @Schema(description = "Title of something outside the catalog") @Nullable String title,
            @Schema(examples = "2026-10-04") LocalDate completedOn,
            @Schema(
                            examples = "Morning session",
                            description =
                                    "The part of the activity on that day; null where none was named")
                    @Nullable String session,
            @Schema(implementation = BigDecimal.class, examples = "1.5") Credits credits,
            @Schema(
                            implementation = BigDecimal.class,
                            examples = "1.5",
                            description = "Null when unknown")
                    @Nullable Credits patientSafetyCredits,
            @Nullable String category,
            @Nullable String provider) {

        /// @throws IllegalArgumentException unless there is exactly one of activity and title
        public Content {
            if ((activity == null) == (title == null)) {
                throw new IllegalArgumentException("Exactly one of activity and title is needed");
            }
        }

        /// The values in a fixed order, of which the hash of a posting is made. The session is no
        /// value where there is none, so that earlier postings keep their hashes.
        Stream<@Nullable Object> values() {
            Stream<@Nullable Object> values =
                    Stream.of(
                            activity,
                            title,
                            completedOn,
                            credits,
                            patientSafetyCredits,
                            category,
                            provider);
            return session == null ? values : Stream.concat(values, Stream.of(session));
        }

        public Content withProvider(@Nullable String giver) {
            return new Content(
                    activity,
                    title,
                    completedOn,
                    session,
                    credits,
                    patientSafetyCredits,
                    category,
                    giver);
        }
    }

    /// The first revision of a posted completion.
    public static Completion first(
            UUID id,
            String diplomateId,
            Posted posted,
            Occasion occasion,
            @Nullable String reason) {
        return new Completion(
                id,
                1,
                Status.RECORDED,
                diplomateId,
                posted.content(),
                occasion.poster(),
                posted.externalId(),
                occasion.roster(),
                occasion.at(),
                occasion.by(),
                reason,
                false);
    }

    /// The next revision, which belongs to the given diplomate.
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
                reason,
                boardDecided);
    }

    /// The next revision, which withdraws the completion.
    public Completion withdrawn(Instant at, String by, String reason) {
        return revised(diplomateId, Status.WITHDRAWN, content, at, by, reason);
    }

    /// The next revision, which puts a withdrawn completion back as it was.
    public Completion reinstated(Instant at, String by) {
        return revised(diplomateId, Status.RECORDED, content, at, by, REINSTATED);
    }

    /// The same revision, decided by the board.
    public Completion decidedByBoard() {
        return decidedByBoard(true);
    }

    /// The same revision.
    ///
    /// @param isDecided false only when the board takes back what it had decided
    public Completion decidedByBoard(boolean isDecided) {
        return new Completion(
                id,
                revision,
                status,
                diplomateId,
                content,
                poster,
                externalId,
                roster,
                recordedAt,
                recordedBy,
                reason,
                isDecided);
    }

    public boolean isWithdrawn() {
        return status == Status.WITHDRAWN;
    }
}
