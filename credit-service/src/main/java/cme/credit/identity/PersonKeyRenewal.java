package cme.credit.identity;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/// Seals the keys of people again after the key of the service was changed, so that the former one
/// can be removed from the settings.
@Singleton
public final class PersonKeyRenewal {
    private static final int STEP = 1_000;

    private final Jdbi jdbi;
    private final PersonKeys keys;

    PersonKeyRenewal(Jdbi jdbi, PersonKeys keys) {
        this.jdbi = jdbi;
        this.keys = keys;
    }

    /// Looks at every key, each step in a transaction of its own.
    ///
    /// @return how many keys cannot be opened
    public int run() {
        UUID last = new UUID(0, 0);
        int unreadable = 0;
        UUID before;
        do {
            before = last;
            UUID after = last;
            PersonKeys.Renewed renewed =
                    jdbi.inTransaction(transaction -> keys.sealAgain(transaction, after, STEP));
            last = renewed.last();
            unreadable += renewed.unreadable();
        } while (!last.equals(before));
        return unreadable;
    }
}
