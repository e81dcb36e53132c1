package cme.credit.rosterfile;

import cme.credit.posting.Reading;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The rows of a roster in their order, each read when it is asked for.
interface RosterRows {
    /// The next row, or null after the last.
    ///
    /// @throws cme.chassis.problem.InvalidRequest when the roster cannot be read on
    @Nullable Reading next() throws IOException;
}
