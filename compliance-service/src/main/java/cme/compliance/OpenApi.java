package cme.compliance;

/// Names of parameters that the description of many operations refers to.
public final class OpenApi {

    public static final String DIPLOMATE_ID = "diplomateId";
    public static final String REASON = "reason";
    public static final String LIMIT = "limit";
    public static final String CURSOR = "cursor";

    private OpenApi() {}
}
