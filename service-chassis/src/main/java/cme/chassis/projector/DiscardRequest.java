package cme.chassis.projector;

import cme.chassis.json.Fields;

import org.jspecify.annotations.Nullable;

/// Takes a dead letter off the list.
///
/// @param reason why it is of no use
public record DiscardRequest(@Nullable String reason) {

    private static final int MAX_REASON = 500;

    static DiscardRequest read(Fields fields) {
        return new DiscardRequest(fields.requiredText("reason", MAX_REASON));
    }
}
