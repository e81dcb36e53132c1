package cme.chassis.projector;

import cme.chassis.rebuild.CopyTable;
import cme.chassis.rebuild.Rebuildable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.Handle;

/// Counts how often events of each subject took effect.
@Singleton
public class CounterProjection
        implements Projection<CounterProjection.Changed>, Rebuildable<CounterProjection.Changed> {

    public static final String TOPIC = "test.incoming.v1";

    /// The number of times that an event with a key beginning with "outage" loses the connection.
    static final AtomicInteger connectionsToLose = new AtomicInteger();

    /// The number of times that an event with a key beginning with "migration" misses its table.
    static final AtomicInteger tablesToMiss = new AtomicInteger();

    /// While it is set, events with "poison" in their key can be applied.
    public static volatile boolean antidote;

    /// The subjects that the latest rebuild changed.
    public static final AtomicReference<Set<String>> exchanged = new AtomicReference<>(Set.of());

    public record Changed(String key, int revision) {
        public Changed {
            if (revision < 1) {
                throw new IllegalArgumentException("revision begins at 1");
            }
        }
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public Changed read(ReceivedEvent event) throws UnreadableEvent {
        if (!"test.changed".equals(event.type())) {
            throw new UnreadableEvent("Unknown type " + event.type());
        }
        return event.as(Changed.class);
    }

    private final AtomicInteger behind = new AtomicInteger();

    /// The number of events that were applied while many others waited.
    int behind() {
        return behind.get();
    }

    @Override
    public void applyBehind(Handle transaction, List<Changed> events) {
        behind.addAndGet(events.size());
        apply(transaction, events);
    }

    @Override
    public void apply(Handle transaction, List<Changed> events) {
        store(transaction, events);
    }

    @Override
    public List<CopyTable> tables() {
        return List.of(CopyTable.of("counter", "key", "key"));
    }

    @Override
    public void exchange(Handle transaction, Set<String> subjects, Runnable exchange) {
        exchanged.set(Set.copyOf(subjects));
        exchange.run();
    }

    @Override
    public void store(Handle transaction, List<Changed> events) {
        for (var event : events) {
            if (event.key().contains("poison") && !antidote) {
                throw new IllegalStateException("secret inner detail");
            }
            if (event.key().startsWith("outage") && connectionsToLose.getAndDecrement() > 0) {
                transaction.execute("select pg_terminate_backend(pg_backend_pid())");
            }
            if (event.key().startsWith("migration") && tablesToMiss.getAndDecrement() > 0) {
                transaction.execute("select from table_of_tomorrow");
            }
            transaction.execute(
                    """
                    insert into counter (key, revision, applied) values (?, ?, 1)
                    on conflict (key) do update
                    set revision = excluded.revision, applied = counter.applied + 1
                    """,
                    event.key(),
                    event.revision());
        }
    }
}
