package cme.credit.roster;

import cme.credit.completion.Submission;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The rows of a roster in their order, each read when it is asked for.
interface RosterRows {
    /// The next row, or null after the last.
    ///
    /// @throws cme.chassis.problem.InvalidRequest when the roster cannot be read on
    @Nullable Submission next() throws IOException;

    /// Up to `max` rows; empty after the last.
    default List<Submission> next(int max) throws IOException {
        List<Submission> rows = new ArrayList<>();
        while (rows.size() < max) {
            Submission row = next();
            if (row == null) {
                break;
            }
            rows.add(row);
        }
        return rows;
    }
}
