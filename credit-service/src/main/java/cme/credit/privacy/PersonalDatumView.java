package cme.credit.privacy;

import com.fasterxml.jackson.databind.JsonNode;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// One record about a person.
@Schema(name = "PersonalDatum")
record PersonalDatumView(
        @Schema(
                        examples = "completion-revision",
                        enumeration = {
                            "identity-revision",
                            "merge",
                            "completion-revision",
                            "held-row",
                            "roster-row",
                            "correction-proposal",
                            "overruled-posting"
                        })
                String kind,
        @Schema(description = "The record, as the list of its kind has it") JsonNode data) {}
