package cme.chassis.table;

import cme.chassis.table.TableRow.Line;

import org.jspecify.annotations.Nullable;

/// The lines of a table in one of its forms, one at a time.
sealed interface Lines permits CsvLines, WorkbookLines {

    /// The next line, also when it is empty; null after the last one.
    @Nullable Line next();

    /// True when a comma cannot separate cells, so that it can be a decimal comma.
    boolean hasDecimalComma();
}
