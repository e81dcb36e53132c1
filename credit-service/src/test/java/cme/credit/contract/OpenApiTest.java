package cme.credit.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cme.test.contract.ContractFiles;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class OpenApiTest {
    /// Run with `-Dcontract.update` to put the description that is served in the place of the
    /// committed one.
    @Test
    void theCommittedDescriptionIsTheOneThatIsServed() throws IOException {
        String served =
                given().get("/q/openapi?format=yaml").then().statusCode(200).extract().asString();
        if (System.getProperty("contract.update") != null) {
            Files.writeString(ContractFiles.FOLDER.resolve("openapi.yaml"), served);
        }
        assertThat(ContractFiles.read("openapi.yaml")).isEqualTo(served);
    }

    @Test
    void thereIsAPageToTryItOut() {
        given().get("/q/swagger-ui/").then().statusCode(200);
    }
}
