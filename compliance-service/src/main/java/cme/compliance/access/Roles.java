package cme.compliance.access;

/// The roles that tokens carry.
public final class Roles {

    public static final String BOARD = "board";

    /// With the number of the diplomate in a claim.
    public static final String DIPLOMATE = "diplomate";

    /// Operates the service and reads nothing about diplomates.
    public static final String OPS = "ops";

    private Roles() {}
}
