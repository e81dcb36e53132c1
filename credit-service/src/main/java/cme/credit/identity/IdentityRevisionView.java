package cme.credit.identity;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// One revision of a diplomate, with the time and the person who recorded it.
@Schema(name = "IdentityRevision")
record IdentityRevisionView(
        @JsonUnwrapped IdentityView identity,
        @Schema(examples = "board-registrar") String updatedBy) {}
