package cme.chassis.table;

import cme.chassis.problem.InvalidRequest;
import cme.chassis.problem.Problem;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The forms in which a table can be sent.
public enum TableForm {
    CSV(TableForm.CSV_TYPE),
    TAB_SEPARATED(TableForm.TAB_SEPARATED_TYPE),
    WORKBOOK(TableForm.WORKBOOK_TYPE);

    public static final String CSV_TYPE = "text/csv";
    public static final String TAB_SEPARATED_TYPE = "text/tab-separated-values";
    public static final String WORKBOOK_TYPE =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final MediaType type;

    TableForm(String type) {
        this.type = MediaType.valueOf(type);
    }

    /// Finds the form of a type, whatever its parameters; empty when it is none of a table.
    public static Optional<TableForm> of(@Nullable MediaType type) {
        return Arrays.stream(values())
                .filter(
                        form ->
                                type != null
                                        && form.type.isCompatible(type)
                                        && !type.isWildcardType())
                .findFirst();
    }

    /// @param start the first bytes of what was sent in this form
    /// @throws InvalidRequest when they are those of another form
    void check(byte[] start) {
        String other = OtherForm.of(start, this == WORKBOOK);
        if (other != null) {
            throw new InvalidRequest(Problem.unreadable(other));
        }
    }
}
