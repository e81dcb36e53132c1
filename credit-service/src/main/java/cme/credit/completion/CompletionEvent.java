package cme.credit.completion;

import cme.chassis.eventlog.NewEvent;
import cme.chassis.json.StrictJson;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The whole state of a completion as `credit.completions.v1` tells it (contract:
/// `credit.completion.schema.json`).
@JsonPropertyOrder({"id", "revision", "status", "diplomateId"})
public record CompletionEvent(
        UUID id,
        int revision,
        Completion.Status status,
        String diplomateId,
        @Nullable String activity,
        @Nullable String title,
        LocalDate completedOn,
        BigDecimal credits,
        @Nullable BigDecimal patientSafetyCredits,
        @Nullable String category,
        @Nullable String provider,
        Poster.Kind poster,
        String externalId,
        @Nullable UUID roster,
        Instant recordedAt,
        String recordedBy,
        @Nullable String reason) {

    static final String TOPIC = "credit.completions.v1";
    static final String RECORDED = "cme.credit.completion.recorded";
    static final String CORRECTED = "cme.credit.completion.corrected";
    static final String WITHDRAWN = "cme.credit.completion.withdrawn";

    private static final ObjectWriter JSON = StrictJson.mapper().writerFor(CompletionEvent.class);

    static CompletionEvent of(Completion completion) {
        var content = completion.content();
        Credits safety = content.patientSafetyCredits();
        return new CompletionEvent(
                completion.id(),
                completion.revision(),
                completion.status(),
                completion.diplomateId(),
                content.activity(),
                content.title(),
                content.completedOn(),
                content.credits().amount(),
                safety == null ? null : safety.amount(),
                content.category(),
                content.provider(),
                completion.poster().kind(),
                completion.externalId(),
                completion.roster(),
                completion.recordedAt(),
                completion.recordedBy(),
                completion.reason());
    }

    /// To be appended in the transaction that made the revision.
    public static NewEvent logged(Completion completion) {
        return logged(completion, completion.diplomateId());
    }

    /// As [#logged(Completion)], for those who follow the diplomate of the given key.
    public static NewEvent logged(Completion completion, String diplomate) {
        try {
            return new NewEvent(
                    diplomate,
                    type(completion),
                    JSON.writeValueAsString(of(completion)),
                    completion.recordedAt(),
                    completion.recordedBy());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a completion can be written", e);
        }
    }

    private static String type(Completion completion) {
        return switch (completion.status()) {
            case RECORDED -> completion.revision() == 1 ? RECORDED : CORRECTED;
            case WITHDRAWN -> WITHDRAWN;
        };
    }
}
