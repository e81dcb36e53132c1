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

/// The events of one poll in batches, and these in two lanes that run at the same time, so that
/// events are read while the database writes others. All events of a partition are in one lane, in
/// their order. What fits into one batch is one.
///
/// @param here batches for the thread that asks
/// @param beside batches for another one, mostly none
record PartitionBatches(
        List<List<ConsumerRecord<byte[], byte[]>>> here,
        List<List<ConsumerRecord<byte[], byte[]>>> beside) {

    static final int LANES = 2;

    /// @param batchSize events of a batch at most
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

    private static <T> List<List<T>> batches(List<T> lane, int size) {
        return lane.stream().gather(Gatherers.windowFixed(size)).toList();
    }

    /// Takes all of them and returns when nothing is being taken any more, however it ended.
    ///
    /// @param intake takes one batch; where it fails its lane ends
    void run(Consumer<List<ConsumerRecord<byte[], byte[]>>> intake) {
        var other =
                beside.isEmpty()
                        ? CompletableFuture.completedFuture(null)
                        : CompletableFuture.runAsync(
                                () -> beside.forEach(intake), Thread::startVirtualThread);
        var mine = CompletableFuture.runAsync(() -> here.forEach(intake), Runnable::run);
        try {
            CompletableFuture.allOf(mine, other).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
