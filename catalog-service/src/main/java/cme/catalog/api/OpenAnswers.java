package cme.catalog.api;

import cme.chassis.http.ETag;
import cme.chassis.http.Page;
import cme.chassis.json.Sha256;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.HexFormat;
import org.jboss.resteasy.reactive.RestResponse;

/// Answers to open reads. Caches may keep a list for a moment. They must ask for a single resource
/// each time, because the client may be about to edit it; a 304 costs next to nothing.
@Singleton
public class OpenAnswers {

    /// The callers who get the same answer.
    public enum Audience {
        ALL("public"),
        /// A caller whose token shows more gets another answer.
        THOSE_WITHOUT_RIGHTS("public"),
        ONE_CALLER("private");

        private final String caching;

        Audience(String caching) {
            this.caching = caching;
        }

        public static Audience of(boolean isAnybody) {
            return isAnybody ? THOSE_WITHOUT_RIGHTS : ONE_CALLER;
        }
    }

    private static final String LIST = ", max-age=10";
    private static final String SINGLE = ", no-cache";
    private static final int TAG_BYTES = 12;

    private final ObjectMapper mapper;

    OpenAnswers(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    public <T> RestResponse<T> single(HttpHeaders headers, long revision, T view) {
        return single(headers, revision, view, Audience.ALL);
    }

    public <T> RestResponse<T> single(
            HttpHeaders headers, long revision, T view, Audience audience) {
        return answer(headers, ETag.of(revision), view, audience, SINGLE);
    }

    public <T> RestResponse<T> single(HttpHeaders headers, ETag tag, T view) {
        return answer(headers, tag, view, Audience.ALL, SINGLE);
    }

    public <T> RestResponse<Page<T>> list(HttpHeaders headers, Page<T> page) {
        return list(headers, page, Audience.ALL);
    }

    /// The ETag of a list is a digest of its content, because it has no revision.
    ///
    /// @param page a [Page], or a record of one with more in it
    public <T> RestResponse<T> list(HttpHeaders headers, T page, Audience audience) {
        return answer(
                headers,
                new ETag(digest(json(page))),
                page,
                audience,
                audience == Audience.ONE_CALLER ? SINGLE : LIST);
    }

    private static <T> RestResponse<T> answer(
            HttpHeaders headers, ETag tag, T entity, Audience audience, String caching) {
        int status = tag.answer(headers, entity).getStatus();
        RestResponse.ResponseBuilder<T> answer =
                RestResponse.ResponseBuilder.<T>create(status)
                        .entity(status == 304 ? null : entity)
                        .header(HttpHeaders.ETAG, tag.header())
                        .header(HttpHeaders.CACHE_CONTROL, audience.caching + caching);
        return audience == Audience.ALL
                ? answer.build()
                : answer.header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION).build();
    }

    private byte[] json(Object value) {
        try {
            return mapper.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer cannot be written as JSON", e);
        }
    }

    private static String digest(byte[] body) {
        return HexFormat.of().formatHex(Sha256.of(body), 0, TAG_BYTES);
    }
}
