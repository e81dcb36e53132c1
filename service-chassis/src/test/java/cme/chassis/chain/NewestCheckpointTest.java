package cme.chassis.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NewestCheckpointTest {

    private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");

    private static Checkpoint checkpoint(long block, Instant signedAt) {
        return new Checkpoint("test/event-log", block, new byte[0], block, block, signedAt, "", "");
    }

    @Test
    void theOneThatWasSignedLastIsTheNewestWhereverItLies() {
        Checkpoint last = checkpoint(7, AT.plusSeconds(60));
        Checkpoint repeatedLater = checkpoint(5, AT);
        assertThat(CheckpointTopic.newest(Stream.of(last, repeatedLater))).contains(last);
    }

    @Test
    void afterAnAcceptedRestoreALowerBlockIsTheNewest() {
        Checkpoint beforeRestore = checkpoint(9, AT);
        Checkpoint after = checkpoint(6, AT.plusSeconds(60));
        assertThat(CheckpointTopic.newest(Stream.of(beforeRestore, after))).contains(after);
    }

    @Test
    void aNewerOneWhoseSignatureDoesNotHoldIsPassedOver() {
        Checkpoint genuine = checkpoint(5, AT);
        Checkpoint forged = checkpoint(9, AT.plusSeconds(60));
        assertThat(CheckpointTopic.newest(Stream.of(genuine, forged), one -> one != forged))
                .contains(genuine);
    }
}
