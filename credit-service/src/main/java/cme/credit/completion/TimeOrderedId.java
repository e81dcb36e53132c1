package cme.credit.completion;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/// Ids that grow with time (UUID version 7, RFC 9562), so that new rows go to the end of an index.
/// The rows of a roster share one instant; a counter behind it (section 6.2, method 1) keeps their
/// ids in the order of the rows.
public final class TimeOrderedId {
    /// The last 14 bits of the counter follow the variant, the 12 bits before them follow the
    /// version. The counter wraps after 67 million ids; two ids of one instant are then out of
    /// order.
    private static final int COUNTER_LOW_BITS = 14;

    private static final AtomicInteger COUNTER = new AtomicInteger();

    private TimeOrderedId() {}

    /// Whether the id was made for that instant, to the millisecond.
    public static boolean isOf(UUID id, Instant instant) {
        return id.getMostSignificantBits() >>> 16 == instant.toEpochMilli();
    }

    /// Comes before every id of the instant and of later ones.
    public static UUID before(Instant instant) {
        return new UUID(instant.toEpochMilli() << 16, 0);
    }

    public static UUID at(Instant instant) {
        int count = COUNTER.getAndIncrement();
        long high = instant.toEpochMilli() << 16 | 0x7000 | count >>> COUNTER_LOW_BITS & 0xFFF;
        long low = count & 0x3FFFL;
        long random = ThreadLocalRandom.current().nextLong() & 0xFFFF_FFFF_FFFFL;
        return new UUID(high, 0x8000_0000_0000_0000L | low << 48 | random);
    }
}
