package cme.stack.process;

import java.io.Serial;

/// An end that the user can do something about. The message is the one line that the user reads, so
/// it names what stands in the way and, where there is one, the way round it.
public final class StackFailure extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    public StackFailure(String message) {
        super(message);
    }

    public StackFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
