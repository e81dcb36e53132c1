package cme.catalog;

import static io.restassured.RestAssured.given;

import static org.assertj.core.api.Assertions.assertThat;

import cme.chassis.kafka.KafkaConnection;
import cme.stack.test.LocalStackResource;
import cme.stack.test.TestTokens;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class CatalogReplayTest {

    private static final String PATH = "/v1/catalog-publications/replay";

    @Inject KafkaConnection kafka;
    @Inject ObjectMapper mapper;

    @Test
    void theCatalogCanBePublishedOnceMore() {
        var code = Api.proposed();
        try (var topic = new Topic(kafka, mapper)) {
            var first = topic.await(code, 1).getFirst();
            Api.as(TestTokens.ops()).post(PATH).then().statusCode(202);
            assertThat(topic.await(code, 2)).containsOnly(first);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void boardAndOperationsMayAndNobodyElse(String method) {
        Api.problem(given().request(method, PATH).then(), 401, "unauthorized");
        Api.problem(
                Api.as(TestTokens.tampered()).request(method, PATH).then(), 401, "unauthorized");
        Api.problem(Api.society("ASPS").request(method, PATH).then(), 403, "forbidden");
        var diplomate = Api.as(TestTokens.diplomate("012345"));
        Api.problem(diplomate.request(method, PATH).then(), 403, "forbidden");
        assertThat(Api.board().request(method, PATH).statusCode()).isIn(200, 202, 404);
        assertThat(Api.as(TestTokens.ops()).request(method, PATH).statusCode()).isIn(200, 202, 404);
    }
}
