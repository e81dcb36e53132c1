package cme.test.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpenApiDocumentTest {

    private static final OpenApiDocument DOCUMENT =
            OpenApiDocument.parse(
                    """
                    openapi: 3.1.0
                    paths:
                      /v1/parcels/{id}:
                        get:
                          operationId: getParcel
                          responses:
                            "200":
                              headers:
                                ETag: {required: true, schema: {type: string}}
                              content:
                                application/json:
                                  schema: {$ref: '#/components/schemas/Parcel'}
                      /v1/parcels/lost:
                        get:
                          operationId: getLost
                          responses:
                            "204": {description: None}
                    components:
                      schemas:
                        Parcel:
                          type: object
                          required: [sentOn]
                          properties:
                            sentOn: {type: string, format: date}
                    """);

    @Test
    void anAnswerAsDescribedHasNoDifference() {
        assertThat(DOCUMENT.differences(parcel("{\"sentOn\": \"2026-10-04\"}"))).isEmpty();
    }

    @Test
    void aStatusThatIsNotDescribedIsADifference() {
        assertThat(DOCUMENT.differences(answer("/v1/parcels/1", 404, Map.of(), "")))
                .containsExactly("getParcel does not answer 404.");
    }

    @Test
    void aRequiredHeaderMayNotBeMissing() {
        Map<String, String> headers = Map.of("Content-Type", "application/json");

        assertThat(
                        DOCUMENT.differences(
                                answer(
                                        "/v1/parcels/1",
                                        200,
                                        headers,
                                        "{\"sentOn\": \"2026-10-04\"}")))
                .containsExactly("getParcel 200: the header ETag is missing.");
    }

    @Test
    void aHeaderThatIsNotDescribedIsADifference() {
        assertThat(DOCUMENT.differences(answer("/v1/parcels/lost", 204, Map.of("X-Odd", "1"), "")))
                .containsExactly("getLost 204: the header x-odd is not described.");
    }

    @Test
    void anotherMediaTypeIsADifference() {
        Map<String, String> headers = Map.of("Content-Type", "text/html", "ETag", "\"1\"");

        assertThat(DOCUMENT.differences(answer("/v1/parcels/1", 200, headers, "<p>")))
                .containsExactly("getParcel 200: the media type 'text/html' is not described.");
    }

    @Test
    void aMissingAndAnUnknownPropertyAndAWrongFormatAreDifferences() {
        assertThat(DOCUMENT.differences(parcel("{}"))).hasSize(1);
        assertThat(DOCUMENT.differences(parcel("{\"sentOn\": \"2026-10-04\", \"odd\": 1}")))
                .hasSize(1);
        assertThat(DOCUMENT.differences(parcel("{\"sentOn\": \"yesterday\"}"))).hasSize(1);
    }

    @Test
    void aBodyWhereNoneIsDescribedIsADifference() {
        assertThat(DOCUMENT.differences(answer("/v1/parcels/lost", 204, Map.of(), "x")))
                .containsExactly("getLost 204: there is a body, and none is described.");
    }

    @Test
    void anOperationThatIsNotDescribedMayOnlyBeRefused() {
        Map<String, String> problem = Map.of("Content-Type", "application/problem+json");

        assertThat(DOCUMENT.differences(answer("/v1/letters", 404, problem, "{}"))).isEmpty();
        assertThat(DOCUMENT.differences(answer("/v1/letters", 404, Map.of(), ""))).hasSize(1);
        assertThat(DOCUMENT.differences(answer("/v1/letters", 200, problem, "{}"))).hasSize(1);
    }

    private static Answer parcel(String body) {
        return answer(
                "/v1/parcels/1",
                200,
                Map.of("Content-Type", "application/json;charset=UTF-8", "ETag", "\"1\""),
                body);
    }

    private static Answer answer(
            String path, int status, Map<String, String> headers, String body) {
        return new Answer("GET", path, status, headers, body.getBytes(StandardCharsets.UTF_8));
    }
}
