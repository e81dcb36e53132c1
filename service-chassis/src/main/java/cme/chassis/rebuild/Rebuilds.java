package cme.chassis.rebuild;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/// The rebuilds that were requested. One runs at a time, in any instance.
@Singleton
public class Rebuilds {

    /// The rebuild that a request led to.
    ///
    /// @param isNew false when the rebuild was running already
    public record Requested(Rebuild rebuild, boolean isNew) {}

    private static final String LATEST =
            """
            select r.id, state, requested_at, requested_by, removed, added, finished_at, problem,
                   case when prepared then coalesce(o.done, 0) else 0 end as done,
                   case when prepared then coalesce(o.total, 0) else 0 end as total
            from projection_rebuild r, (
                select sum(next_offset) as done, sum(greatest(end_offset, next_offset)) as total
                from projection_rebuild_offset) as o
            order by r.id desc limit 1
            """;

    private static final String REQUEST =
            """
            insert into projection_rebuild (requested_at, requested_by) values (:at, :by)
            on conflict ((true)) where state = 'RUNNING' do nothing
            """;

    private final Jdbi jdbi;
    private final Clock clock;

    Rebuilds(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /// Requests a rebuild, or returns the one that is running.
    public Requested request(String by) {
        return jdbi.inTransaction(
                handle -> {
                    // An insert would wait for the transaction of the one that is running.
                    Optional<Rebuild> running =
                            latest(handle).filter(r -> r.state() == Rebuild.State.RUNNING);
                    if (running.isPresent()) {
                        return new Requested(running.get(), false);
                    }
                    int made =
                            handle.createUpdate(REQUEST).bind("at", now()).bind("by", by).execute();
                    return new Requested(latest(handle).orElseThrow(), made == 1);
                });
    }

    /// The rebuild that was requested last.
    public Optional<Rebuild> latest() {
        return jdbi.withHandle(Rebuilds::latest);
    }

    private static Optional<Rebuild> latest(Handle handle) {
        return handle.createQuery(LATEST).map(ConstructorMapper.of(Rebuild.class)).findOne();
    }

    /// The id of the rebuild that is running.
    Optional<Long> running() {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        "select id from projection_rebuild where state = 'RUNNING'")
                                .mapTo(Long.class)
                                .findOne());
    }

    /// @return true for the first transaction that prepares it
    boolean prepare(Handle transaction, long id) {
        return transaction.execute(
                        """
                        update projection_rebuild set prepared = true
                        where id = ? and state = 'RUNNING' and not prepared
                        """,
                        id)
                == 1;
    }

    /// Locks the rebuild.
    ///
    /// @return when it was requested; empty when it is not running any more
    Optional<OffsetDateTime> lockRunning(Handle transaction, long id) {
        return transaction
                .select(
                        """
                        select requested_at from projection_rebuild
                        where id = ? and state = 'RUNNING' for update
                        """,
                        id)
                .mapTo(OffsetDateTime.class)
                .findOne();
    }

    void complete(Handle transaction, long id, long removed, long added) {
        transaction.execute(
                """
                update projection_rebuild
                set state = 'COMPLETE', finished_at = ?, removed = ?, added = ? where id = ?
                """,
                now(),
                removed,
                added,
                id);
    }

    void fail(long id, String problem) {
        jdbi.useHandle(
                handle ->
                        handle.execute(
                                """
                                update projection_rebuild
                                set state = 'FAILED', finished_at = ?, problem = ?
                                where id = ? and state = 'RUNNING'
                                """,
                                now(),
                                problem,
                                id));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
