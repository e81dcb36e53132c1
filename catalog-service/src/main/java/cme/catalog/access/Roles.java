package cme.catalog.access;

/// The roles that a token can have here.
public final class Roles {

    /// Approves and retires activities, and keeps the reference data.
    public static final String BOARD = "board";

    /// Proposes activities of the provider that its token names.
    public static final String SOCIETY = "society";

    private Roles() {}
}
