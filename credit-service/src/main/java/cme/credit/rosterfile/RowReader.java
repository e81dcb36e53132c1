package cme.credit.rosterfile;

import cme.credit.posting.Reading;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Reads the rows of a roster in their order, one at a time.
interface RowReader {
    /// The next row, or null after the last.
    ///
    /// @throws cme.chassis.problem.InvalidRequest when the roster cannot be read on
    @Nullable Reading next() throws IOException;
}
