package cme.test.openapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The OpenAPI document of a service: what is served is what is committed, and it keeps the rules
/// that hold for every document. A service's test extends this class.
public abstract class OpenApiContract {

    /// Run with `-Dcontract.update=true` to put the served document in the place of the committed
    /// one.
    @Test
    void theCommittedDocumentIsTheServedOne() throws IOException {
        String served = served();
        if (Boolean.getBoolean("contract.update")) {
            Files.writeString(OpenApiDocument.COMMITTED, served);
        }
        assertThat(Files.readString(OpenApiDocument.COMMITTED)).isEqualTo(served);
    }

    @Test
    void theDocumentKeepsTheRulesOfOpenApi() {
        assertThat(OpenApiRules.violations(served())).isEmpty();
    }

    @Test
    void noOtherServiceHasAnOperationOfTheSameId() throws IOException {
        List<String> own = OpenApiRules.operationIds(served());
        try (Stream<Path> folders = Files.list(Path.of(".."))) {
            for (Path folder : folders.toList()) {
                Path other = folder.resolve(OpenApiDocument.COMMITTED);
                if (Files.exists(other) && !Files.isSameFile(other, OpenApiDocument.COMMITTED)) {
                    assertThat(OpenApiRules.operationIds(Files.readString(other)))
                            .as(folder.getFileName().toString())
                            .doesNotContainAnyElementsOf(own);
                }
            }
        }
    }

    @Test
    void thereIsAPageToTryItOut() {
        given().get("/q/swagger-ui/").then().statusCode(200);
    }

    /// The document as the service gives it out, as YAML.
    protected static String served() {
        return given().get("/q/openapi?format=yaml").then().statusCode(200).extract().asString();
    }
}
