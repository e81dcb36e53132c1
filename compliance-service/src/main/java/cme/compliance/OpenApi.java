package cme.compliance;

/// Names of parameters that the description of many operations refers to.
public final class OpenApi {

    public static final String DIPLOMATE_ID = "diplomateId";
    public static final String AS_OF = "asOf";
    public static final String LIMIT = "limit";
    public static final String CURSOR = "cursor";
    public static final String IF_MATCH = "If-Match";
    public static final String IF_NONE_MATCH = "If-None-Match";

    private OpenApi() {}
}
