package cme.chassis.secret;

/// A sealed value cannot be opened: its key is not there, or the value was changed or stored in
/// another place.
public final class CannotOpen extends RuntimeException {

    private static final long serialVersionUID = 1;

    CannotOpen(String reason) {
        super(reason);
    }
}
