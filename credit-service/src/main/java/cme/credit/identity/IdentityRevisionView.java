package cme.credit.identity;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What was recorded of a diplomate at a time, and by whom.
@Schema(name = "IdentityRevision")
record IdentityRevisionView(
        @JsonUnwrapped IdentityView identity,
        @Schema(examples = "board-registrar") String updatedBy) {}
