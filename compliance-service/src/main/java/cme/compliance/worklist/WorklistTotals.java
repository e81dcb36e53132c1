package cme.compliance.worklist;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Jdbi;

/// Counts the diplomates that a filter selects. A count takes longer than many pages, so a page
/// after another takes the one that was made a moment ago.
@Singleton
class WorklistTotals {

    private static final long NANOS_OF_USE = Duration.ofSeconds(1).toNanos();
    private static final int MAX_FILTERS = 1_000;

    private record Count(long number, long madeAt) {

        boolean isFresh() {
            return System.nanoTime() - madeAt < NANOS_OF_USE;
        }
    }

    private final Jdbi jdbi;
    private final Map<WorklistFilter, Count> counts = new ConcurrentHashMap<>();

    WorklistTotals(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Callers who ask for the same count at the same time wait for one count.
    long of(WorklistFilter filter) {
        if (counts.size() > MAX_FILTERS) {
            counts.clear();
        }
        return counts.compute(
                        filter, (_, last) -> last != null && last.isFresh() ? last : count(filter))
                .number();
    }

    private Count count(WorklistFilter filter) {
        String sql = "select count(*) from status s where " + filter.ofStatus();
        long number =
                jdbi.withHandle(
                        handle -> filter.bind(handle.createQuery(sql)).mapTo(Long.class).one());
        return new Count(number, System.nanoTime());
    }
}
