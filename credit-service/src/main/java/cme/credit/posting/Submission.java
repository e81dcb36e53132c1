package cme.credit.posting;

import cme.chassis.json.Fields;
import cme.chassis.problem.Violation;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;

/// One posted thing, as far as its form of transport could be read.
public sealed interface Submission {
    /// Which one it is of those that were posted together, counted from 1.
    int row();

    /// The fields are there; nobody has looked at them yet.
    ///
    /// @param content the same fields to be kept, should they have to be handed back; null when
    ///   they will not
    record Readable(int row, Fields fields, @Nullable ObjectNode content) implements Submission {}

    /// Not even the fields could be told apart.
    record Broken(int row, Violation violation) implements Submission {}
}
