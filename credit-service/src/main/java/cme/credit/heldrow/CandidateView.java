package cme.credit.heldrow;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A diplomate whom a held row could mean.
@Schema(name = "Candidate")
record CandidateView(
        @Schema(examples = "012345") String diplomateId,
        @Schema(examples = "Maria", nullable = true) @Nullable String givenName,
        @Schema(examples = "Lopez-Garcia") String familyName,
        @Schema(
                        examples = "[\"familyName\"]",
                        description =
                                "Fields of the row that agree with this diplomate: `diplomateId`, `npi`, `familyName`, `birthMonthDay`")
                List<String> agrees,
        @Schema(
                        examples = "[\"npi\"]",
                        description =
                                "Fields of the row that this diplomate has otherwise; what one side does not have is in neither list")
                List<String> differs) {

    CandidateView {
        agrees = List.copyOf(agrees);
        differs = List.copyOf(differs);
    }
}
