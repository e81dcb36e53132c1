package cme.portal.services;

import cme.portal.services.ServiceProblem.Details;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;
import org.jspecify.annotations.Nullable;

/// Makes a [ServiceProblem] of every answer of a status from 400 on. One that is no problem
/// details, such as the page of a gateway, keeps its status and gets a plain sentence.
@Blocking
public class RefusalMapper implements ResponseExceptionMapper<ServiceProblem> {

    /// At most 1,000 violations with their sentences; a longer answer is none of ours.
    private static final int MAX_BYTES = 1 << 20;

    private static final ObjectMapper JSON = new ObjectMapper();

    /// Problem details as they are sent.
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Sent(
            @Nullable String type,
            @Nullable String title,
            @Nullable String detail,
            @Nullable List<Violation> errors,
            @Nullable String mergedInto,
            @Nullable String requestId) {}

    @Override
    public ServiceProblem toThrowable(Response answer) {
        Sent sent = read(answer);
        String title = Objects.requireNonNullElse(sent.title(), title(answer.getStatus()));
        return new ServiceProblem(
                new Details(
                        answer.getStatus(),
                        Objects.requireNonNullElse(sent.type(), "about:blank"),
                        title,
                        Objects.requireNonNullElse(sent.detail(), title),
                        Absent.list(sent.errors()),
                        retryAfter(answer.getHeaderString("Retry-After")),
                        sent.mergedInto(),
                        sent.requestId() == null
                                ? answer.getHeaderString(AskingFilter.REQUEST_ID)
                                : sent.requestId()));
    }

    private static Sent read(Response answer) {
        var nothing = new Sent(null, null, null, null, null, null);
        try (InputStream body = answer.readEntity(InputStream.class)) {
            return body == null ? nothing : JSON.readValue(body.readNBytes(MAX_BYTES), Sent.class);
        } catch (IOException _) {
            return nothing;
        }
    }

    private static String title(int status) {
        return status >= 500
                ? "A part of the system does not answer right now."
                : "The request was refused.";
    }

    /// Seconds only: no service of ours sends a date.
    private static @Nullable Duration retryAfter(@Nullable String header) {
        return header != null && header.matches("[0-9]{1,6}")
                ? Duration.ofSeconds(Long.parseLong(header))
                : null;
    }
}
