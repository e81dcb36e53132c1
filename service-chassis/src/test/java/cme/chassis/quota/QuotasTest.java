package cme.chassis.quota;

import static org.assertj.core.api.Assertions.assertThat;

import cme.test.stack.LocalStackResource;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class QuotasTest {

    private static final Quota QUOTA = new Quota("test", 10, 10, Duration.ofDays(1));
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

    @Inject AgroalDataSource dataSource;

    private final String who = UUID.randomUUID().toString();

    private Quotas instance(Duration later) {
        return new Quotas(dataSource, Clock.fixed(NOW.plus(later), ZoneOffset.UTC));
    }

    @Test
    void twoInstancesShareAQuota() {
        Quotas one = instance(Duration.ZERO);
        Quotas other = instance(Duration.ZERO);
        assertThat(one.take(QUOTA, who, 6).granted()).isTrue();
        QuotaState refused = other.take(QUOTA, who, 6);
        assertThat(refused.granted()).isFalse();
        assertThat(refused.remaining()).isEqualTo(4);
        assertThat(refused.pause()).isEqualTo(Duration.ofHours(4).plusMinutes(48));
        assertThat(other.take(QUOTA, who, 4).granted()).isTrue();
        assertThat(one.left(QUOTA, who).granted()).isFalse();
    }

    @Test
    void manyAtOnceTakeNoMoreThanThereIs() {
        Quotas one = instance(Duration.ZERO);
        Quotas other = instance(Duration.ZERO);
        long granted =
                IntStream.range(0, 40)
                        .parallel()
                        .filter(i -> (i % 2 == 0 ? one : other).take(QUOTA, who, 1).granted())
                        .count();
        assertThat(granted).isEqualTo(10);
    }

    @Test
    void theQuotaComesBackEvenly() {
        instance(Duration.ZERO).take(QUOTA, who, 10);
        assertThat(instance(Duration.ofHours(12)).left(QUOTA, who).remaining()).isEqualTo(5);
        assertThat(instance(Duration.ofDays(3)).left(QUOTA, who).remaining()).isEqualTo(10);
    }

    @Test
    void moreThanTheWholeQuotaIsRefusedAndTakesNothing() {
        Quotas one = instance(Duration.ZERO);
        assertThat(one.take(QUOTA, who, 11).granted()).isFalse();
        assertThat(one.left(QUOTA, who).remaining()).isEqualTo(10);
    }

    @Test
    void aPostingTakesWhatThereIs() {
        Quotas one = instance(Duration.ZERO);
        assertThat(one.takeUpTo(QUOTA, who, 7).granted()).isTrue();
        QuotaState beyond = one.takeUpTo(QUOTA, who, 7);
        assertThat(beyond.granted()).isFalse();
        assertThat(beyond.remaining()).isZero();
    }

    @Test
    void callersAndSizesAreCountedApart() {
        Quotas one = instance(Duration.ZERO);
        one.take(QUOTA, who, 10);
        assertThat(one.left(QUOTA, who + "x").remaining()).isEqualTo(10);
        var larger = new Quota("test", 20, 20, Duration.ofDays(1));
        assertThat(one.left(larger, who).remaining()).isEqualTo(20);
    }

    @Test
    void theHeadersSayWhatIsLeft() {
        var state = new QuotaState(QUOTA, true, 4, Duration.ZERO);
        assertThat(state.policy()).isEqualTo("\"test\";q=10;w=86400");
        assertThat(state.limit()).isEqualTo("\"test\";r=4;t=51840");
        assertThat(state.retryAfter()).isEqualTo(1);
    }
}
