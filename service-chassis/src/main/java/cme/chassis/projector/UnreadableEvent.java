package cme.chassis.projector;

/// The event cannot be read, and trying again would not help: it becomes a dead letter.
public final class UnreadableEvent extends Exception {

    private static final long serialVersionUID = 1;

    public UnreadableEvent(String reason) {
        super(reason, null, false, false);
    }
}
