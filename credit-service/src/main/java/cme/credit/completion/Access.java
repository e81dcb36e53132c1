package cme.credit.completion;

import cme.chassis.caller.Caller;
import cme.credit.access.Roles;

import jakarta.enterprise.context.RequestScoped;

import java.util.Optional;

/// In whose name the caller posts, and what of the ledger the caller may see and change.
@RequestScoped
public class Access {
    private final Caller caller;

    Access(Caller caller) {
        this.caller = caller;
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

    /// The board, and the diplomate.
    public boolean isOrServes(String diplomateId) {
        return caller.is(Roles.BOARD)
                || caller.is(Roles.DIPLOMATE)
                        && caller.claim(Roles.DIPLOMATE_ID).filter(diplomateId::equals).isPresent();
    }

    /// Its poster, the board and its diplomate.
    boolean maySee(Completion completion) {
        return owns(completion.poster()) || isOrServes(completion.diplomateId());
    }
}
