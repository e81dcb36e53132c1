package cme.catalog.api;

import static org.assertj.core.api.Assertions.assertThat;

import cme.test.openapi.OpenApiContract;
import cme.test.openapi.OpenApiDocument;
import cme.test.openapi.Operation;
import cme.test.stack.LocalStackResource;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class OpenApiTest extends OpenApiContract {

    @Test
    void everyOperationHasASummaryAndItsRefusals() {
        var document = OpenApiDocument.parse(served());

        for (Operation operation : document.operations()) {
            isDescribed(document, operation.node());
        }
    }

    private static void isDescribed(OpenApiDocument document, JsonNode operation) {
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
                                                document.resolved(response.getValue())
                                                        .at("/content/application~1problem+json"))
                                        .as(name + " " + response.getKey())
                                        .isNotEmpty();
                            }
                        });
    }
}
