package cme.catalog.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cme.test.stack.LocalStackResource;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class OpenApiTest {

    private static final Path COMMITTED = Path.of("contract/openapi.yaml");

    private static String served() {
        return given().accept("application/yaml")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    @Test
    void theCommittedDescriptionIsTheServedOne() throws IOException {
        var served = served();
        if (Boolean.getBoolean("contract.refresh")) {
            Files.writeString(COMMITTED, served);
        }

        assertThat(Files.readString(COMMITTED))
                .as(
                        "refresh with: ./mvnw -pl catalog-service -am test -Dtest=OpenApiTest"
                                + " -Dsurefire.failIfNoSpecifiedTests=false -Dcontract.refresh=true")
                .isEqualTo(served);
    }

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
        if (operation.has("security")) {
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
