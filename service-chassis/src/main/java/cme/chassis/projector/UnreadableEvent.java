package cme.chassis.projector;

/// The event cannot be understood and will not be by trying again: it goes to the dead letters.
public final class UnreadableEvent extends Exception {

    private static final long serialVersionUID = 1;

    public UnreadableEvent(String reason) {
        super(reason, null, false, false);
    }
}
