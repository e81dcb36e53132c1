package cme.credit.access;

/// The roles and claims of tokens.
public final class Roles {
    public static final String BOARD = "board";

    /// A society's token also has the claim [#PROVIDER].
    public static final String SOCIETY = "society";

    /// A diplomate's token also has the claim [#DIPLOMATE_ID].
    public static final String DIPLOMATE = "diplomate";

    /// Operators run the service; they see nothing about diplomates.
    public static final String OPS = "ops";

    /// The code of the provider that a society's token speaks for.
    public static final String PROVIDER = "provider";

    /// The number of the diplomate that a diplomate's token speaks for.
    public static final String DIPLOMATE_ID = "diplomate_id";

    private Roles() {}
}
