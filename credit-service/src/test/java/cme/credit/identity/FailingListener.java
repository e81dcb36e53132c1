package cme.credit.identity;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;

/// Fails for the diplomates that a test names, after the listeners of the service have run.
@Singleton
@Priority(-1)
public class FailingListener implements IdentityListener {
    private final Set<String> failing = ConcurrentHashMap.newKeySet();

    public void failFor(String diplomateId) {
        failing.add(diplomateId);
    }

    public void recover() {
        failing.clear();
    }

    @Override
    public int changed(
            Handle transaction,
            Collection<String> diplomateIds,
            Collection<String> npis,
            Instant at,
            String by) {
        if (diplomateIds.stream().anyMatch(failing::contains)) {
            throw new IllegalStateException("A test wants this transaction to fail");
        }
        return 0;
    }
}
