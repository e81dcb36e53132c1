package cme.test.openapi;

import io.restassured.builder.ResponseBuilder;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;

import java.util.List;
import java.util.stream.Collectors;

/// Compares every answer that a test receives with the committed document of its service, so that a
/// test of anything is also a test of the document.
public final class AnswersAsDocumented implements Filter {

    private final OpenApiDocument document;

    AnswersAsDocumented(OpenApiDocument document) {
        this.document = document;
    }

    /// Tests may send what is no URI.
    private static String path(String uri) {
        return uri.replaceFirst("^https?://[^/]+", "").split("[?#]", 2)[0];
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request,
            FilterableResponseSpecification expectations,
            FilterContext context) {
        Response response = context.next(request, expectations);
        byte[] body = response.asByteArray();
        var answer =
                new Answer(
                        request.getMethod(),
                        path(request.getURI()),
                        response.statusCode(),
                        response.headers().asList().stream()
                                .collect(
                                        Collectors.toMap(
                                                header -> header.getName(),
                                                header -> header.getValue(),
                                                (one, other) -> one + ", " + other)),
                        body);
        List<String> differences = document.differences(answer);
        if (!differences.isEmpty()) {
            throw new AssertionError(
                    "%s %s is not answered as documented:%n%s%n%s"
                            .formatted(
                                    request.getMethod(),
                                    request.getURI(),
                                    String.join(System.lineSeparator(), differences),
                                    response.asString()));
        }
        return new ResponseBuilder().clone(response).setBody(body).build();
    }
}
