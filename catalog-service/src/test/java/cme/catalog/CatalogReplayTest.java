package cme.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cme.test.stack.LocalStackResource;
import cme.test.stack.TestTokens;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class CatalogReplayTest {

    private static final String PATH = "/v1/catalog-publications/replay";

    @Inject ObjectMapper mapper;

    @Test
    void theCatalogCanBePublishedOnceMore() {
        var code = Api.proposed();
        try (var topic = new Topic(mapper)) {
            var first = topic.await(code, 1).getFirst();
            Api.as(TestTokens.ops()).post(PATH).then().statusCode(202);
            assertThat(topic.await(code, 2))
                    .extracting(Topic.Event::type, Topic.Event::id, Topic.Event::value)
                    .containsOnly(tuple(first.type(), first.id(), first.value()));
        }
    }
}
