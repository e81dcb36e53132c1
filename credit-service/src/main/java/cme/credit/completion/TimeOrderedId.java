package cme.credit.completion;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/// Ids that grow with time (UUID version 7, RFC 9562): new rows go to the end of an index, not all
/// over it.
public final class TimeOrderedId {
    private TimeOrderedId() {}

    public static UUID at(Instant instant) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long high = instant.toEpochMilli() << 16 | 0x7000 | random.nextInt(0x1000);
        long low = random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
