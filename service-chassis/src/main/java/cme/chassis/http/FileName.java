package cme.chassis.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The name under which an answer is saved: what it is, whose, and of which day, so that files of
/// many people and days can lie in one folder.
public record FileName(String value) {

    /// `transcript-012345-2026-11-30.pdf`.
    ///
    /// @param day on which the file is true, of the board
    /// @param ending without a dot
    /// @param parts what it is and whose; null is left out
    public static FileName of(LocalDate day, String ending, @Nullable String... parts) {
        String name =
                Stream.concat(Arrays.stream(parts), Stream.of(day.toString()))
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining("-"));
        return new FileName(name + "." + ending);
    }

    /// The header `Content-Disposition`. Programs that read only plain letters get the name with
    /// signs in the place of others (RFC 6266).
    public String attachment() {
        String exact =
                URLEncoder.encode(value, StandardCharsets.UTF_8)
                        .replace("+", "%20")
                        .replace("*", "%2A");
        return "attachment; filename=\"%s\"; filename*=UTF-8''%s"
                .formatted(value.replaceAll("[^A-Za-z0-9._-]", "_"), exact);
    }

    /// Names the content of an answer; one without, such as a 304, gets no name.
    public Response attachTo(Response answer) {
        if (answer.hasEntity()) {
            answer.getHeaders().putSingle(HttpHeaders.CONTENT_DISPOSITION, attachment());
        }
        return answer;
    }
}
