package cme.credit.completion;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/// Ids that grow with time (UUID version 7, RFC 9562): new rows go to the end of an index, not all
/// over it. Thousands of rows of a roster have one instant: a counter behind it (section 6.2,
/// method
/// 1) lets their ids grow too, in the order of the rows.
public final class TimeOrderedId {
    /// The last 14 bits of the counter stand behind the variant, the 12 before them behind the
    /// version. After 67 million ids it begins anew, and two ids of one instant are out of order.
    private static final int COUNTER_LOW_BITS = 14;

    private static final AtomicInteger COUNTER = new AtomicInteger();

    private TimeOrderedId() {}

    public static UUID at(Instant instant) {
        int count = COUNTER.getAndIncrement();
        long high = instant.toEpochMilli() << 16 | 0x7000 | count >>> COUNTER_LOW_BITS & 0xFFF;
        long low = count & 0x3FFFL;
        long random = ThreadLocalRandom.current().nextLong() & 0xFFFF_FFFF_FFFFL;
        return new UUID(high, 0x8000_0000_0000_0000L | low << 48 | random);
    }
}
