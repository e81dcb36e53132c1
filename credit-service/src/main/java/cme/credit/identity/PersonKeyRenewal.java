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
    public void run() {
        UUID last = new UUID(0, 0);
        UUID before;
        do {
            before = last;
            UUID after = last;
            last = jdbi.inTransaction(transaction -> keys.sealAgain(transaction, after, STEP));
        } while (!last.equals(before));
    }
}
