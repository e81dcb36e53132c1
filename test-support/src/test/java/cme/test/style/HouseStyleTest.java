package cme.test.style;

import static cme.test.style.HouseRule.HTTP_ONLY_IN_RESOURCES;
import static cme.test.style.HouseRule.TIME_FROM_THE_CLOCK;
import static org.assertj.core.api.Assertions.assertThat;

import cme.chassis.eventlog.PublishedTopic;
import cme.test.style.sample.alpha.Alpha;
import cme.test.style.sample.beta.AppendingResource;
import cme.test.style.sample.beta.Beta;
import cme.test.style.sample.beta.BetaResource;
import cme.test.style.sample.beta.SampleTopic;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.assertj.core.api.ListAssert;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

/// Breaks every rule once, and shows that code which keeps to it is left alone.
class HouseStyleTest {
    private static final String HERE = "cme.test.style";

    private static ListAssert<String> violations(Class<?>... classes) {
        return assertThat(style(classes).violations());
    }

    private static HouseStyle style(Class<?>... classes) {
        return HouseStyle.ofClasses(HERE, classes);
    }

    @Entity
    static class Surgeon {
        @Id String id = "";
    }

    record Carrier(List<Surgeon> surgeons) {}

    record Name(String name) {}

    static class HttpInAService {
        Response answer() {
            return Response.ok().build();
        }
    }

    static class KafkaInAService {
        ProducerRecord<String, String> event() {
            return new ProducerRecord<>("topic", "value");
        }
    }

    record TopicInAService(PublishedTopic topic) {}

    static class TwoWaysToWrite {
        void write(PanacheRepositoryBase<?, ?> repository, Handle handle) {}
    }

    static class OneWayToWrite {
        void write(PanacheRepositoryBase<?, ?> repository) {}
    }

    static class SystemTime {
        Instant read() {
            return Instant.now();
        }
    }

    static class GivenTime {
        Instant read(Clock clock) {
            return Instant.now(clock);
        }
    }

    static class Dice {
        UUID roll() {
            return UUID.randomUUID();
        }
    }

    @Test
    void httpIsRefusedOutsideResources() {
        violations(HttpInAService.class).isNotEmpty();
        violations(BetaResource.class).noneMatch(text -> text.contains("jakarta.ws.rs"));
    }

    @Test
    void kafkaIsRefusedOutsideTopics() {
        // Once as Kafka in the wrong class, once as a library that is not listed.
        violations(KafkaInAService.class).hasSizeGreaterThan(1);
    }

    @Test
    void aTopicIsRefusedInAnyClassButItsAdapter() {
        violations(TopicInAService.class).isNotEmpty();
        violations(SampleTopic.class).isEmpty();
    }

    @Test
    void eventsAreRefusedInResources() {
        violations(AppendingResource.class).isNotEmpty();
    }

    @Test
    void panacheAndJdbiAreRefusedInOneClass() {
        violations(TwoWaysToWrite.class).isNotEmpty();
        violations(OneWayToWrite.class).isEmpty();
    }

    @Test
    void entitiesAreRefusedInRecordsAndInTheSignaturesOfResources() {
        violations(Carrier.class).singleElement().asString().contains("an entity in a record");
        violations(BetaResource.class).singleElement().asString().contains("in its signature");
        violations(Name.class, Surgeon.class).isEmpty();
    }

    @Test
    void timeIsRefusedUnlessTheClockIsGiven() {
        violations(SystemTime.class).singleElement().asString().contains("Instant.now()");
        violations(GivenTime.class).isEmpty();
    }

    @Test
    void aPurePackageIsRefusedClockRandomnessAndEverythingButJava() {
        assertThat(style(GivenTime.class).purePackage(HERE).violations()).isNotEmpty();
        assertThat(style(Dice.class).purePackage(HERE).violations()).isNotEmpty();
        assertThat(style(Surgeon.class).purePackage(HERE).violations()).isNotEmpty();
        assertThat(style(Name.class).purePackage(HERE).violations()).isEmpty();
    }

    @Test
    void aPureClassMustExist() {
        assertThat(style(Name.class).pureClasses(List.of("Gone")).violations())
                .containsExactly("There is no class Gone to be pure.");
    }

    @Test
    void cyclesBetweenFeaturesAreRefused() {
        String samples = HERE + ".sample";
        assertThat(HouseStyle.ofClasses(samples, Alpha.class, Beta.class).violations())
                .singleElement()
                .asString()
                .startsWith("Cycle detected");
    }

    @Test
    void aLibraryIsRefusedUnlessItIsListed() {
        violations(HouseStyleTest.class).anyMatch(text -> text.contains("org.junit"));
        assertThat(
                        style(HouseStyleTest.class)
                                .library(
                                        "org.junit..",
                                        "org.assertj..",
                                        "io.quarkus..",
                                        "org.jdbi..")
                                .violations())
                .noneMatch(text -> text.contains("org.junit"));
    }

    @Test
    void anExceptionMustBeNeeded() {
        assertThat(
                        style(SystemTime.class)
                                .except(TIME_FROM_THE_CLOCK, "HouseStyleTest")
                                .violations())
                .isEmpty();
        assertThat(style(Name.class).except(HTTP_ONLY_IN_RESOURCES, "HouseStyleTest").violations())
                .singleElement()
                .asString()
                .contains("needs no exception");
    }
}
