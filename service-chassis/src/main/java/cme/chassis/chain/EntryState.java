package cme.chassis.chain;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Whether the chain holds for an entry of the log.
@Schema(
        name = "EntryState",
        description =
                "CHAINED: the entry is in the hash chain as it is; NOT_YET: it will be in a moment;"
                        + " BROKEN: it was altered, or the chain was")
public enum EntryState {
    CHAINED,
    NOT_YET,
    BROKEN
}
