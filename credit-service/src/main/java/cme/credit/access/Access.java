package cme.credit.access;

import cme.chassis.http.Caller;
import cme.credit.completion.Completion;
import cme.credit.completion.Poster;
import cme.credit.identity.DiplomateNumbers;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// In whose name the caller posts, and what of the ledger the caller may see and change.
@RequestScoped
public class Access {
    private final Caller caller;
    private final Jdbi jdbi;
    private final DiplomateNumbers numbers;
    private @Nullable Set<String> own;

    Access(Caller caller, Jdbi jdbi, DiplomateNumbers numbers) {
        this.caller = caller;
        this.jdbi = jdbi;
        this.numbers = numbers;
    }

    /// Empty when the caller may not post: neither the board nor a society whose token names its
    /// provider.
    public Optional<Poster> poster() {
        if (caller.is(Roles.BOARD)) {
            return Optional.of(Poster.BOARD);
        }
        return caller.is(Roles.SOCIETY)
                ? caller.claim(Roles.PROVIDER).map(Poster::provider)
                : Optional.empty();
    }

    /// The subject of the token, which the ledger names as the one who did it.
    public String subject() {
        return caller.subject();
    }

    /// The board sees everything, a poster what it posted.
    public boolean owns(Poster postedBy) {
        return caller.is(Roles.BOARD) || poster().filter(postedBy::equals).isPresent();
    }

    /// The board, and the diplomate, also under a number from before a merge.
    public boolean isOrServes(String diplomateId) {
        return caller.is(Roles.BOARD)
                || caller.is(Roles.DIPLOMATE)
                        && caller.claim(Roles.DIPLOMATE_ID)
                                .filter(claim -> isSamePerson(claim, diplomateId))
                                .isPresent();
    }

    private boolean isSamePerson(String claim, String diplomateId) {
        if (claim.equals(diplomateId)) {
            return true;
        }
        if (own == null) {
            own = jdbi.withHandle(handle -> numbers.all(handle, claim));
        }
        return own.contains(diplomateId);
    }

    /// Its poster, the board and its diplomate.
    public boolean maySee(Completion completion) {
        return owns(completion.poster()) || isOrServes(completion.diplomateId());
    }
}
