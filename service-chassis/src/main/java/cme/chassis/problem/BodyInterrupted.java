package cme.chassis.problem;

import java.io.IOException;

/// The body of a request stopped arriving, because the caller went away or is too slow. Other
/// failures while a body is read, such as a full disk, are failures of the service.
public final class BodyInterrupted extends IOException {

    private static final long serialVersionUID = 1;

    public BodyInterrupted(IOException cause) {
        super("The body stopped arriving", cause);
    }
}
