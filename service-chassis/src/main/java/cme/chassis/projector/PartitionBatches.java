package cme.chassis.projector;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.stream.Gatherers;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/// The events of one poll, in batches for two threads, so that one batch is read while the database
/// writes the other. All events of a partition go to the same thread, in their order. Events that
/// fit into one batch are one batch.
///
/// @param here batches for the calling thread
/// @param beside batches for a second thread; empty unless there are more than one batch of events
record PartitionBatches(
        List<List<ConsumerRecord<byte[], byte[]>>> here,
        List<List<ConsumerRecord<byte[], byte[]>>> beside) {

    static final int THREADS = 2;

    /// @param batchSize the largest number of events in a batch
    static PartitionBatches of(ConsumerRecords<byte[], byte[]> records, int batchSize) {
        var here = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        var beside = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        if (records.count() <= batchSize) {
            records.forEach(here::add);
        } else {
            records.partitions().stream()
                    .map(records::records)
                    .sorted(Comparator.comparing(List::size, Comparator.reverseOrder()))
                    .forEach(one -> (beside.size() < here.size() ? beside : here).addAll(one));
        }
        return new PartitionBatches(batches(here, batchSize), batches(beside, batchSize));
    }

    private static <T> List<List<T>> batches(List<T> events, int size) {
        return events.stream().gather(Gatherers.windowFixed(size)).toList();
    }

    /// Applies all batches and returns when both threads have ended.
    ///
    /// @param apply applies one batch; after a failure its thread takes no further batch
    void run(Consumer<List<ConsumerRecord<byte[], byte[]>>> apply) {
        CompletableFuture<?> other =
                beside.isEmpty()
                        ? CompletableFuture.completedFuture(null)
                        : CompletableFuture.runAsync(
                                () -> beside.forEach(apply), Thread::startVirtualThread);
        CompletableFuture<Void> mine =
                CompletableFuture.runAsync(() -> here.forEach(apply), Runnable::run);
        try {
            CompletableFuture.allOf(mine, other).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
