package cme.credit.correction;

import cme.chassis.chain.EntryProof;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The proof that a revision is in the event log unchanged.
@Schema(name = "CompletionProof", description = "The proof that a revision is unchanged")
record CompletionProofView(
        UUID completion, @Schema(examples = "1") int revision, EntryProof proof) {}
