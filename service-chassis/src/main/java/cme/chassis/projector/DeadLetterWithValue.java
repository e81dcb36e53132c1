package cme.chassis.projector;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A letter with its event.
public record DeadLetterWithValue(
        @JsonUnwrapped DeadLetter letter,
        @Schema(nullable = true, description = "The value of the event, as text")
                @Nullable String value) {}
