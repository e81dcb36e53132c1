package cme.chassis.projector;

import jakarta.inject.Singleton;

import org.jdbi.v3.core.Handle;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Counts how often each subject's events took effect.
@Singleton
class CounterProjection implements Projection<CounterProjection.Changed> {

    static final String TOPIC = "test.incoming.v1";

    record Changed(String key, int revision) {
        Changed {
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

    /// How many events were applied while many others waited.
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
        for (var event : events) {
            if (event.key().startsWith("poison")) {
                throw new IllegalStateException("poison");
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
