package cme.test.openapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The OpenAPI document of a service: what is served is what is committed, and it keeps the rules
/// that hold for every document. A service's test extends this class.
public abstract class OpenApiContract {

    private static final Pattern SCRIPT =
            Pattern.compile("<script(?: defer)?>(.*?)</script>", Pattern.DOTALL);

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

    /// Of what is written into the page only the scripts of Quarkus run, named by their hashes.
    @Test
    void thePageToTryItOutRunsOnlyItsOwnScripts() {
        var page = given().get("/q/swagger-ui/").then().statusCode(200).extract();
        String policy = page.header("Content-Security-Policy");
        assertThat(SCRIPT.matcher(page.asString()).results().map(one -> hash(one.group(1))))
                .isNotEmpty()
                .allSatisfy(hash -> assertThat(policy).contains("'sha256-" + hash + "'"));
        assertThat(policy)
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .containsPattern("script-src 'self'( 'sha256-[^']+'){2};");
        given().get("/q/swagger-ui/swagger-ui-bundle.js")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", policy);
    }

    private static String hash(String script) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(script.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The document as the service gives it out, as YAML.
    protected static String served() {
        return given().get("/q/openapi?format=yaml").then().statusCode(200).extract().asString();
    }
}
