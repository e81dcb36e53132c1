package cme.chassis.openapi;

import org.eclipse.microprofile.openapi.models.Operation;

/// Marks the operation of a list that is short by its nature and always comes whole: it has neither
/// `limit` nor `cursor`.
public final class WholeList {
    /// The name of the mark, which is not in the document.
    public static final String EXTENSION = "x-whole-list";

    private WholeList() {}

    /// Whether the operation is marked; the mark is taken off.
    static boolean takeMark(Operation operation) {
        boolean marked =
                operation.getExtensions() != null
                        && operation.getExtensions().containsKey(EXTENSION);
        if (marked) {
            operation.removeExtension(EXTENSION);
        }
        return marked;
    }
}
