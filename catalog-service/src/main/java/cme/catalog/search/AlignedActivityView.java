package cme.catalog.search;

import cme.catalog.activity.ActivityView;
import cme.catalog.procedure.ProcedureModule;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "AlignedActivity",
        description = "An activity that is approved with a tracer procedure")
record AlignedActivityView(
        ProcedureModule module,
        @Schema(examples = "CARPAL_TUNNEL") String procedure,
        @Schema(examples = "Carpal tunnel syndrome") String procedureName,
        ActivityView activity) {}
