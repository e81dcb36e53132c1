package cme.credit.access;

/// The roles that tokens carry.
public final class Roles {
    public static final String BOARD = "board";

    /// With the claim [#PROVIDER].
    public static final String SOCIETY = "society";

    /// With the claim [#DIPLOMATE_ID].
    public static final String DIPLOMATE = "diplomate";

    /// Runs the machines and sees nothing about anybody.
    public static final String OPS = "ops";

    /// Code of the provider that a society's token speaks for.
    public static final String PROVIDER = "provider";

    /// Number of the diplomate that a diplomate's token speaks for.
    public static final String DIPLOMATE_ID = "diplomate_id";

    private Roles() {}
}
