package cme.portal.catalog;

/// An activity that is approved with a tracer procedure.
public record AlignedActivity(
        String module, String procedure, String procedureName, Activity activity) {}
