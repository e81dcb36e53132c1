package cme.chassis.chain;

import java.util.List;
import org.jdbi.v3.core.Handle;

/// A table whose rows cannot be compared with the log by SQL alone, as [CurrentRows] are, because
/// what the log says of them is sealed. A service has one bean of this type for each such table.
public interface ComparedRows {

    /// A row that was compared.
    ///
    /// @param id the primary key, by which the rows are ordered
    /// @param subject as findings name it
    /// @param seq the number of the last revision of the row in the log; 0 when there is none
    /// @param agrees whether the row says what that revision says
    record Compared(String id, String subject, long seq, boolean agrees) {}

    String table();

    /// Compares the next rows. Data that cannot be read do not agree, and make nothing fail.
    ///
    /// @param after the primary key after which they begin; empty for the first ones
    List<Compared> compare(Handle handle, String after, int limit);
}
