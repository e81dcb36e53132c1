package cme.stack.process;

import java.io.Serial;

/// A failure that the user can resolve. The message is the one line that the user reads: it names
/// the cause and, if there is one, the remedy.
public final class StackFailure extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    public StackFailure(String message) {
        super(message);
    }

    public StackFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
