package cme.credit.rosterfile;

import cme.chassis.table.TableForm;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The forms in which a roster can be posted.
public enum RosterForm {
    JSON(RosterForm.JSON_TYPE),
    NDJSON(RosterForm.NDJSON_TYPE, "application/ndjson", "application/jsonl"),
    TABLE(RosterForm.CSV_TYPE, TableForm.TAB_SEPARATED_TYPE, TableForm.WORKBOOK_TYPE),
    XML(RosterForm.XML_TYPE, "text/xml");

    public static final String JSON_TYPE = "application/json";
    public static final String NDJSON_TYPE = "application/x-ndjson";
    public static final String CSV_TYPE = TableForm.CSV_TYPE;
    public static final String XML_TYPE = "application/xml";

    private final List<MediaType> types;

    RosterForm(String... types) {
        this.types = Arrays.stream(types).map(MediaType::valueOf).toList();
    }

    /// Finds the form of a type, whatever its parameters; empty when there is none.
    static Optional<RosterForm> of(@Nullable MediaType type) {
        return Arrays.stream(values())
                .filter(
                        form ->
                                type != null
                                        && form.types.stream().anyMatch(type::isCompatible)
                                        && !type.isWildcardType())
                .findFirst();
    }
}
