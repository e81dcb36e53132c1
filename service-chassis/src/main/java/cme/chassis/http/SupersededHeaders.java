package cme.chassis.http;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/// The headers of an operation that is [Superseded]: `Deprecation` (RFC 9745), `Sunset` (RFC 8594)
/// and the address of the one that replaces it (RFC 5829).
public class SupersededHeaders {

    /// @param operation null when the request was refused before one was chosen
    @ServerResponseFilter
    public void add(ContainerResponseContext answer, @Nullable ResourceInfo operation) {
        Superseded superseded =
                operation == null || operation.getResourceMethod() == null
                        ? null
                        : operation.getResourceMethod().getAnnotation(Superseded.class);
        if (superseded != null) {
            answer.getHeaders().add("Deprecation", "@" + start(superseded.since()).toEpochSecond());
            answer.getHeaders()
                    .add("Sunset", AnswerHeaders.HTTP_DATE.format(start(superseded.end())));
            answer.getHeaders()
                    .add("Link", "<%s>; rel=\"successor-version\"".formatted(superseded.by()));
        }
    }

    private static ZonedDateTime start(String day) {
        return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC);
    }
}
