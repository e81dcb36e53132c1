package cme.compliance.record;

import cme.compliance.rules.Tracer;

/// What was recorded about the tracer of a due year.
///
/// @param revision from 1, for each due year
public record TracerRevision(int revision, Tracer tracer, String recordedBy) {

    /// Null once it was taken back.
    public Tracer.@org.jspecify.annotations.Nullable Chosen chosen() {
        return switch (tracer) {
            case Tracer.Chosen chosen -> chosen;
            case Tracer.Removed _ -> null;
        };
    }
}
