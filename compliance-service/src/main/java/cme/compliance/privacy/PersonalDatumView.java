package cme.compliance.privacy;

import com.fasterxml.jackson.databind.JsonNode;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "PersonalDatum", description = "One record about a person")
record PersonalDatumView(
        @Schema(
                        examples = "decision-revision",
                        enumeration = {
                            "cycle-revision",
                            "tracer-revision",
                            "pathway-revision",
                            "decision-revision",
                            "merge-revision",
                            "merge-contradiction",
                            "completion-revision",
                            "status",
                            "readiness-event",
                            "calendar-feed"
                        })
                String kind,
        @Schema(description = "The record as it is kept") JsonNode data) {}
