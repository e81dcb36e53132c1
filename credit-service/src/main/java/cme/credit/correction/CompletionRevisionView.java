package cme.credit.correction;

import cme.chassis.chain.EntryState;
import cme.credit.completion.CompletionView;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A revision as the event log has it.
///
/// @param entry its number in the log
@Schema(name = "CompletionRevision", description = "A revision as the event log has it")
record CompletionRevisionView(
        @JsonUnwrapped CompletionView completion,
        @Schema(description = "Its number in the event log", examples = "1234") long entry,
        EntryState chain) {}
