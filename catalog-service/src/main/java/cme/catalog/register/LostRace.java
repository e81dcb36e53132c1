package cme.catalog.register;

/// Somebody else recorded the same activity for the first time in the same moment. The transaction
/// is to be rolled back and run again; it then finds what the other one recorded.
public final class LostRace extends RuntimeException {

    private static final long serialVersionUID = 1;

    LostRace() {
        super("Another revision was recorded first", null, false, false);
    }
}
