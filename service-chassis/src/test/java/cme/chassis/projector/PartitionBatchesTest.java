package cme.chassis.projector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class PartitionBatchesTest {

    private static final String TOPIC = "test.lanes.v1";
    private static final int BATCH = 10;

    /// @param sizes the number of records of partition 0, 1 and so on
    private static PartitionBatches lanes(int... sizes) {
        var records = new HashMap<TopicPartition, List<ConsumerRecord<byte[], byte[]>>>();
        for (int i = 0; i < sizes.length; i++) {
            int partition = i;
            records.put(
                    new TopicPartition(TOPIC, partition),
                    LongStream.range(0, sizes[i])
                            .mapToObj(
                                    offset ->
                                            new ConsumerRecord<byte[], byte[]>(
                                                    TOPIC, partition, offset, null, null))
                            .toList());
        }
        return PartitionBatches.of(new ConsumerRecords<>(records, Map.of()), BATCH);
    }

    private static List<Integer> partitions(List<ConsumerRecord<byte[], byte[]>> batch) {
        return batch.stream().map(ConsumerRecord::partition).distinct().toList();
    }

    private static List<Integer> sizes(List<List<ConsumerRecord<byte[], byte[]>>> lane) {
        return lane.stream().map(List::size).toList();
    }

    @Test
    void eventsThatFitIntoOneBatchAreOneBatch() {
        var lanes = lanes(3, 4, 3);
        assertThat(sizes(lanes.here())).containsExactly(10);
        assertThat(lanes.beside()).isEmpty();
    }

    @Test
    void moreEventsAreDividedByPartition() {
        var lanes = lanes(4, 7, 6, 3);
        assertThat(sizes(lanes.here())).containsExactly(10);
        assertThat(sizes(lanes.beside())).containsExactly(10);
        assertThat(partitions(lanes.here().getFirst()))
                .doesNotContainAnyElementsOf(partitions(lanes.beside().getFirst()));
    }

    @Test
    void theThreadsDifferByAtMostOnePartition() {
        var lanes = lanes(7, 1, 7, 7, 7, 2, 7, 5);
        assertThat(
                        Stream.of(lanes.here(), lanes.beside())
                                .map(l -> l.stream().mapToInt(List::size).sum()))
                .containsExactly(22, 21);
    }

    @Test
    void onePartitionStaysWithOneThreadInTheOrderOfItsOffsets() {
        var lanes = lanes(0, 25);
        assertThat(lanes.beside()).isEmpty();
        assertThat(sizes(lanes.here())).containsExactly(10, 10, 5);
        assertThat(lanes.here().stream().flatMap(List::stream).map(ConsumerRecord::offset))
                .containsExactlyElementsOf(LongStream.range(0, 25).boxed().toList());
    }

    @Test
    void everyRecordIsAppliedOnceAndInTheOrderOfItsPartition() {
        Queue<ConsumerRecord<byte[], byte[]>> taken = new ConcurrentLinkedQueue<>();
        lanes(13, 1, 22, 9, 5).run(taken::addAll);
        assertThat(taken).hasSize(50);
        var next = new long[5];
        for (var record : taken) {
            assertThat(record.offset()).isEqualTo(next[record.partition()]++);
        }
    }

    /// Each thread waits for the other, so neither would end if they ran one after the other.
    @Test
    void bothThreadsRunAtTheSameTime() {
        var both = new CountDownLatch(2);
        var met = new ConcurrentLinkedQueue<Boolean>();
        lanes(10, 10)
                .run(
                        _ -> {
                            both.countDown();
                            met.add(await(both));
                        });
        assertThat(met).containsExactly(true, true);
    }

    @Test
    void aFailureIsThrownAfterTheOtherThreadHasFinished() {
        for (int failing : List.of(0, 1)) {
            var failed = new CountDownLatch(1);
            List<Integer> taken = new ArrayList<>();
            assertThatThrownBy(
                            () ->
                                    lanes(20, 20)
                                            .run(
                                                    batch -> {
                                                        if (partitions(batch).contains(failing)) {
                                                            failed.countDown();
                                                            throw new IllegalStateException("away");
                                                        }
                                                        await(failed);
                                                        taken.add(batch.size());
                                                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("away");
            assertThat(taken).containsExactly(10, 10);
        }
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
