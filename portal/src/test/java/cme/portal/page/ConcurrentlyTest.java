package cme.portal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cme.portal.services.Asking;
import cme.portal.services.ServiceProblem;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConcurrentlyTest {
    private final Concurrently concurrently = new Concurrently(() -> Optional.of("token"));

    @AfterEach
    void clear() {
        MDC.clear();
    }

    @Test
    void questionsAreOnTheirWayAtTheSameTime() {
        var both = new CountDownLatch(2);
        Asked<Boolean> one = concurrently.ask(() -> meet(both));
        Asked<Boolean> other = concurrently.ask(() -> meet(both));
        assertThat(one.value()).isTrue();
        assertThat(other.value()).isTrue();
    }

    private static boolean meet(CountDownLatch both) {
        both.countDown();
        try {
            return both.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void everyQuestionIsAskedInTheNameOfTheVisitorAndOfTheRequest() {
        MDC.put("requestId", "r-7");
        Asking asking =
                concurrently.ask(() -> Asking.current(() -> Optional.of("not this one"))).value();
        assertThat(asking).isEqualTo(new Asking(Optional.of("token"), "r-7"));
    }

    @Test
    void aQuestionWithinAQuestionIsAskedInTheSameName() {
        Asking outer = new Asking(Optional.of("outer"), "r-8");
        Asking inner =
                outer.during(() -> concurrently.ask(() -> Asking.current(Optional::empty)).value());
        assertThat(inner).isEqualTo(outer);
    }

    @Test
    void aServiceThatDoesNotAnswerLeavesOnlyItsPartOut() {
        Asked<String> dead =
                concurrently.ask(
                        () -> {
                            throw ServiceProblem.unreachable("The catalog", new IOException());
                        });
        Asked<String> alive = concurrently.ask(() -> "here");
        assertThat(dead.part())
                .isEqualTo(
                        new Part.Missing<>(
                                "The catalog does not answer right now. Please try again in a"
                                        + " moment."));
        assertThat(alive.part().map(String::length)).isEqualTo(new Part.Here<>(4));
        assertThatThrownBy(dead::value)
                .isInstanceOfSatisfying(
                        ServiceProblem.class,
                        problem -> assertThat(problem.status()).isEqualTo(503));
    }

    @Test
    void aFailureOfThePageIsNoMissingPart() {
        Asked<String> failing =
                concurrently.ask(
                        () -> {
                            throw new IllegalArgumentException("a bug");
                        });
        assertThatThrownBy(failing::part).isInstanceOf(IllegalArgumentException.class);
    }
}
