package cme.credit.posting;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;

/// What became of one of the completions that were posted together.
///
/// @param content as it was posted; null when it could not even be read
public record RowResult(
        int row, @Nullable String externalId, Verdict verdict, @Nullable ObjectNode content) {}
