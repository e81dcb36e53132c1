package cme.catalog.procedure;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The part of practice that a tracer procedure belongs to.
@Schema(name = "Module")
public enum ProcedureModule {
    COSMETIC,
    COMPREHENSIVE,
    CRANIOMAXILLOFACIAL,
    HAND
}
