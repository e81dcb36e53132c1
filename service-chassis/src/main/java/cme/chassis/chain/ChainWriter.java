package cme.chassis.chain;

import cme.chassis.ChassisConfig;
import cme.chassis.database.LeaderThread;
import cme.chassis.database.Leadership;
import cme.chassis.database.Outage;
import cme.chassis.eventlog.LogEnd;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Chains the entries of the log in order of their numbers, and signs the head from time to time.
/// Its cursor is the last block, so it does not hold up the publisher and is not held up by it.
///
/// Nothing is signed while anything is found that does not agree with the chain.
@Singleton
public class ChainWriter {

    private static final Logger LOG = Logger.getLogger(ChainWriter.class);
    private static final long LOCK = 0x434d455f434841L;

    private final LogEnd logEnd;
    private final Blocks blocks;
    private final Checkpoints checkpoints;
    private final CheckpointTopic topic;
    private final CheckpointContinuity continuity;
    private final CheckpointKeys keys;
    private final PublishedCheckpoint published;
    private final Findings findings;
    private final Clock clock;
    private final ChassisConfig.Chain config;
    private final RateLimit rate;
    private final LeaderThread thread;

    /// The block whose head is on the topic, as far as this instance knows.
    private long publishedBlock;

    /// When the next checkpoint may be signed, by [System#nanoTime].
    private long nextSigning;

    ChainWriter(
            Jdbi jdbi,
            LogEnd logEnd,
            Blocks blocks,
            Checkpoints checkpoints,
            CheckpointTopic topic,
            CheckpointContinuity continuity,
            CheckpointKeys keys,
            PublishedCheckpoint published,
            Findings findings,
            Clock clock,
            ChassisConfig config) {
        this.logEnd = logEnd;
        this.blocks = blocks;
        this.checkpoints = checkpoints;
        this.topic = topic;
        this.continuity = continuity;
        this.keys = keys;
        this.published = published;
        this.findings = findings;
        this.clock = clock;
        this.config = config.chain();
        this.rate = new RateLimit(this.config.entriesPerSecond());
        this.thread =
                new LeaderThread(
                        "event-log-chain",
                        jdbi,
                        LOCK,
                        config.publisher().takeoverInterval(),
                        this::write);
    }

    void start(@Observes StartupEvent startup) {
        if (config.enabled()) {
            if (keys.signing().isEmpty()) {
                LOG.warn(
                        "The event log is chained and the chain is not signed:"
                                + " CME_CHASSIS_CHAIN_SIGNING_KEY is missing");
            }
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent shutdown) throws InterruptedException {
        thread.stop();
    }

    /// True while this is the instance that chains.
    public boolean isLeading() {
        return thread.isLeading();
    }

    private void write(Leadership leadership) {
        thread.begun();
        publishedBlock = 0;
        nextSigning = System.nanoTime();
        Handle handle = leadership.handle();
        while (!thread.isStopped()) {
            long begun = System.nanoTime();
            int chained = chain(handle);
            if (chained == config.blockSize()) {
                rate.pauseAfter(chained, begun);
            } else {
                signIfDue(handle);
                pause(config.interval());
            }
        }
    }

    /// Adds the next block.
    ///
    /// @return how many entries it has; 0 when there was nothing to chain
    private int chain(Handle handle) {
        Block.End end = blocks.last(handle);
        long readable = logEnd.look(handle);
        List<Block.Leaf> leaves =
                blocks.entries(handle, end.lastSeq(), readable, config.blockSize()).stream()
                        .map(entry -> new Block.Leaf(entry.seq(), entry.leaf()))
                        .toList();
        if (!leaves.isEmpty()) {
            blocks.insert(handle, Block.of(end, leaves, clock.instant()));
        }
        return leaves.size();
    }

    private void signIfDue(Handle handle) {
        Optional<SigningKey> key = keys.signing();
        if (key.isEmpty() || System.nanoTime() < nextSigning) {
            return;
        }
        nextSigning = System.nanoTime() + config.checkpointInterval().toNanos();
        Block.End end = blocks.last(handle);
        if (end.number() == 0) {
            return;
        }
        try {
            sign(handle, key.get(), end);
        } catch (RuntimeException e) {
            if (Outage.isBehind(e)) {
                throw e;
            }
            LOG.warnf("No checkpoint is published, which is tried again: %s", e.getMessage());
        }
    }

    /// The checkpoint that was published last is looked at before another one is signed, so that a
    /// chain which does not hold it (because an old backup was restored) is not carried on in
    /// silence.
    private void sign(Handle handle, SigningKey key, Block.End end) {
        topic.ensure();
        Optional<Checkpoint> newest = topic.newest();
        Optional<Finding> replaced = published.disagreement(handle, newest);
        replaced.ifPresent(finding -> findings.add(handle, List.of(finding)));
        if (replaced.isPresent()) {
            return;
        }
        // A head that was signed before may be told again, whatever is found now.
        continuity.restore(handle, newest);
        if (findings.areOpen(handle) || !holds(handle, end)) {
            return;
        }
        Optional<Checkpoint> own = own(handle);
        if (own.filter(last -> last.block() == end.number()).isEmpty()) {
            Checkpoint checkpoint = Checkpoint.sign(keys.origin(), end, clock.instant(), key);
            checkpoints.insert(handle, checkpoint);
            publish(checkpoint);
        } else if (own.get().block() != publishedBlock
                && newest.filter(n -> n.note().equals(own.get().note())).isEmpty()) {
            // The service stopped before it was published.
            publish(own.get());
        }
        publishedBlock = end.number();
    }

    /// Whether what was looked at is what was read before. Somebody may have put the chain back
    /// meanwhile: its present end is signed next time.
    private boolean holds(Handle handle, Block.End end) {
        return blocks.end(handle, end.number())
                .filter(checked -> Arrays.equals(checked.head(), end.head()))
                .isPresent();
    }

    private Optional<Checkpoint> own(Handle handle) {
        return checkpoints.last(handle).flatMap(row -> Checkpoint.parse(row.note()));
    }

    /// The log of the application is another place that the database does not reach.
    private void publish(Checkpoint checkpoint) {
        topic.publish(List.of(checkpoint));
        LOG.infof(
                "Checkpoint of the event log: %s", checkpoint.note().strip().replace("\n", " | "));
    }

    private void pause(Duration time) {
        if (!thread.isStopped()) {
            LockSupport.parkNanos(time.toNanos());
        }
    }
}
