package cme.credit.transcript;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A kind of change since a transcript was made.
@Schema(
        name = "TranscriptChange",
        description =
                "`CORRECTED`: something that is listed has changed; `WITHDRAWN`: something that is"
                        + " listed is withdrawn, or not of this diplomate and these days any more;"
                        + " `ADDED`: something is recorded that is not listed")
enum TranscriptChange {
    CORRECTED,
    WITHDRAWN,
    ADDED
}
