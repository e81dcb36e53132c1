package cme.chassis.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/// The mark of an event that is published once more. The signature does not hold it: an event is
/// the same whether it comes for the first time or again.
public final class ReplayMark {

    private static final String HEADER = "ce_replayed";
    private static final byte[] YES = "true".getBytes(UTF_8);

    private ReplayMark() {}

    public static void put(ProducerRecord<?, ?> event) {
        event.headers().add(HEADER, YES);
    }

    public static boolean isOn(ConsumerRecord<?, ?> event) {
        return event.headers().lastHeader(HEADER) != null;
    }
}
