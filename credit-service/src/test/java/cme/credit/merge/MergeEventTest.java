package cme.credit.merge;

import static cme.credit.Callers.board;
import static cme.credit.merge.MergeCalls.merge;
import static cme.credit.merge.MergeCalls.withdraw;
import static cme.test.waiting.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import cme.credit.People;
import cme.test.contract.ContractFiles;
import cme.test.contract.TopicReader;
import cme.test.stack.LocalStackResource;
import cme.test.stack.TestKafka;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/// Other services learn of merges from a topic without personal data.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class MergeEventTest {

    @Test
    void aMergeAndItsWithdrawalArePublished() {
        People maiden = People.add("Novak");
        People married = People.add("Okafor");
        String completion = maiden.post(UUID.randomUUID().toString());
        merge(maiden, married).statusCode(200);
        withdraw(board(), maiden).statusCode(200);

        List<ConsumerRecord<String, String>> told = events("credit.identities.v1", maiden.id(), 2);
        assertThat(told).allSatisfy(event -> assertThat(ContractFiles.violations(event)).isEmpty());
        assertThat(told)
                .extracting(event -> JsonPath.from(event.value()).getString("mergedInto"))
                .containsExactly(married.id(), null);
        assertThat(told).allSatisfy(e -> assertThat(e.value()).doesNotContain("Novak", "npi"));

        List<ConsumerRecord<String, String>> moved =
                events("credit.completions.v1", maiden.id(), 3);
        assertThat(moved)
                .allSatisfy(event -> assertThat(ContractFiles.violations(event)).isEmpty());
        assertThat(moved)
                .filteredOn(event -> event.value().contains(completion))
                .extracting(event -> JsonPath.from(event.value()).getString("merge"))
                .containsExactly(null, "MOVED", "GIVEN_BACK");
    }

    private List<ConsumerRecord<String, String>> events(String topic, String key, int count) {
        try (TopicReader reader = new TopicReader(TestKafka.settings(), topic)) {
            return await().until(() -> reader.of(key), events -> events.size() >= count);
        }
    }
}
