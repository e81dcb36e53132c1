package cme.catalog.api;

import static org.assertj.core.api.Assertions.assertThat;

import cme.test.openapi.OpenApiContract;
import cme.test.stack.LocalStackResource;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class OpenApiTest extends OpenApiContract {

    @Test
    void everyOperationHasASummaryAndItsRefusals() throws IOException {
        var api = new ObjectMapper(new YAMLFactory()).readTree(served());

        for (JsonNode path : api.get("paths")) {
            path.forEach(OpenApiTest::isDescribed);
        }
    }

    private static void isDescribed(JsonNode operation) {
        if (!operation.has("operationId") && !operation.has("responses")) {
            return;
        }
        var name = operation.path("operationId").textValue();
        assertThat(operation.path("summary").textValue()).as(name).isNotBlank();
        var responses = operation.get("responses");
        assertThat(responses.fieldNames()).toIterable().as(name).contains("400", "503");
        if (!operation.path("security").isEmpty()) {
            assertThat(responses.fieldNames()).toIterable().as(name).contains("401", "403");
        }
        responses
                .properties()
                .forEach(
                        response -> {
                            if (response.getKey().compareTo("400") >= 0) {
                                assertThat(
                                                response.getValue()
                                                        .at("/content/application~1problem+json"))
                                        .as(name + " " + response.getKey())
                                        .isNotEmpty();
                            }
                        });
    }
}
