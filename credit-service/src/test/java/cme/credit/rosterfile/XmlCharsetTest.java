package cme.credit.rosterfile;

import static cme.credit.Callers.sample;
import static cme.credit.Callers.society;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;

import cme.credit.CatalogEvents;
import cme.credit.People;
import cme.test.stack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A report is read by its byte order mark, else by the parameter `charset`, else by its XML
/// declaration (RFC 7303, section 3). The name has a letter that each charset writes in its own
/// way: read wrongly, it is the name of somebody else.
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class XmlCharsetTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String MARK = "\uFEFF";

    /// Without a charset where a test names none.
    private static final RestAssuredConfig AS_NAMED =
            RestAssured.config()
                    .encoderConfig(
                            EncoderConfig.encoderConfig()
                                    .appendDefaultContentCharsetToContentTypeIfUndefined(false));

    @Inject CatalogEvents catalog;

    private String report = "";

    @BeforeEach
    void theDiplomateIsKnown() {
        catalog.publishSamples();
        People person = People.add(People.anyName() + "\u0153x");
        report =
                sample("activity-report.xml")
                        .replace("012345", person.id())
                        .replace("1234567893", person.npi())
                        .replace("Lopez-Garcia", person.familyName());
    }

    @Test
    void theParameterCountsMoreThanTheDeclaration() {
        assertRead("application/xml; charset=windows-1252", report, WINDOWS);
        assertRead("text/xml;charset=\"Windows-1252\"", declaring("utf-16"), WINDOWS);
        assertRead("application/xml; charset=utf-8", declaring("windows-1252"), UTF_8);
    }

    @Test
    void theByteOrderMarkCountsMoreThanTheParameter() {
        assertRead("application/xml; charset=windows-1252", MARK + report, UTF_8);
        assertRead("application/xml; charset=utf-8", MARK + report, UTF_16LE);
        assertRead("application/xml", MARK + declaring("windows-1252"), UTF_16BE);
        assertRead("application/xml", MARK + declaring("windows-1252"), UTF_8);
    }

    @Test
    void utf16IsReadWithoutAMarkToo() {
        assertRead("application/xml; charset=utf-16", declaring("utf-16"), UTF_16LE);
        assertRead("application/xml; charset=utf-16", report, UTF_16BE);
        assertRead("application/xml; charset=utf-16le", report, UTF_16LE);
    }

    @Test
    void theDeclarationDecidesWhereNothingElseDoes() {
        assertRead("application/xml", declaring("windows-1252"), WINDOWS);
        assertRead("text/xml", report, UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"koi8-r", "x-none"})
    void aCharsetThatIsNotReadIsNamed(String charset) {
        post("application/xml; charset=" + charset, report, UTF_8)
                .statusCode(400)
                .body("errors.code", contains("charset"));
    }

    @Test
    void aReportInAnotherCharsetThanDeclaredIsRefusedWithItsPlace() {
        post("application/xml; charset=utf-8", declaring("windows-1252"), WINDOWS)
                .statusCode(400)
                .body("detail", containsString("charset"))
                .body("detail", containsString("line "));
        post("application/xml; charset=utf-16be", "\uD800" + report, UTF_8).statusCode(400);
    }

    private String declaring(String charset) {
        return report.replace("encoding=\"UTF-8\"", "encoding=\"" + charset + "\"");
    }

    private static void assertRead(String type, String text, Charset charset) {
        post(type, text, charset).statusCode(200).body("results.outcome", contains("RECORDED"));
    }

    private static ValidatableResponse post(String type, String text, Charset charset) {
        return society("ASPS")
                .config(AS_NAMED)
                .header("Content-Type", type)
                .body(text.getBytes(charset))
                .post("/v1/rosters?dryRun=true")
                .then();
    }
}
