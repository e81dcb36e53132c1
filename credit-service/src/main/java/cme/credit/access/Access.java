package cme.credit.access;

import cme.chassis.access.AccessNotes;
import cme.chassis.http.Caller;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Tells in whose name the caller posts, and what of the ledger the caller may see and change.
@RequestScoped
public class Access {
    private static final String IS_SAME_PERSON =
            """
            select coalesce((select merged_into from identity where diplomate_id = :one), :one)
                = coalesce((select merged_into from identity where diplomate_id = :other), :other)
            """;

    private final Caller caller;
    private final AccessNotes notes;
    private final Jdbi jdbi;

    Access(Caller caller, AccessNotes notes, Jdbi jdbi) {
        this.caller = caller;
        this.notes = notes;
        this.jdbi = jdbi;
    }

    /// Empty when the caller may not post: it is neither the board nor a society whose token names
    /// its provider.
    public Optional<Poster> poster() {
        if (caller.is(Roles.BOARD)) {
            return Optional.of(Poster.BOARD);
        }
        return caller.is(Roles.SOCIETY)
                ? caller.claim(Roles.PROVIDER).map(Poster::provider)
                : Optional.empty();
    }

    /// The caller as somebody who changes completions.
    public Editor editor() {
        return new Editor(caller.subject(), caller.is(Roles.BOARD));
    }

    /// The subject of the token, which the ledger records with each change.
    public String subject() {
        return caller.subject();
    }

    /// The board owns everything, a poster owns its postings.
    public boolean owns(Poster postedBy) {
        return caller.is(Roles.BOARD) || poster().filter(postedBy::equals).isPresent();
    }

    /// Notes for the access record whose data it is.
    ///
    /// @param diplomateId null if no number is known
    public void about(@Nullable String diplomateId) {
        if (diplomateId != null) {
            notes.about(diplomateId);
        }
    }

    /// True for the board and for the diplomate, also under a number from before a merge.
    public boolean mayReadOf(String diplomateId) {
        notes.about(diplomateId);
        return caller.is(Roles.BOARD)
                || caller.is(Roles.DIPLOMATE)
                        && caller.claim(Roles.DIPLOMATE_ID)
                                .filter(claim -> isSamePerson(claim, diplomateId))
                                .isPresent();
    }

    private boolean isSamePerson(String claim, String diplomateId) {
        return claim.equals(diplomateId)
                || jdbi.withHandle(
                        handle ->
                                handle.createQuery(IS_SAME_PERSON)
                                        .bind("one", claim)
                                        .bind("other", diplomateId)
                                        .mapTo(Boolean.class)
                                        .one());
    }

    /// The poster, the board and the diplomate may see a completion.
    public boolean maySee(Poster postedBy, String diplomateId) {
        notes.about(diplomateId);
        return owns(postedBy) || mayReadOf(diplomateId);
    }
}
