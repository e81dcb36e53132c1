package cme.credit.rosterfile;

import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The forms in which a roster can be posted.
public enum RosterForm {
    JSON(RosterForm.JSON_TYPE),
    NDJSON(RosterForm.NDJSON_TYPE),
    CSV(RosterForm.CSV_TYPE),
    XML(RosterForm.XML_TYPE);

    public static final String JSON_TYPE = "application/json";
    public static final String NDJSON_TYPE = "application/x-ndjson";
    public static final String CSV_TYPE = "text/csv";
    public static final String XML_TYPE = "application/xml";

    private final MediaType type;

    RosterForm(String type) {
        this.type = MediaType.valueOf(type);
    }

    /// Finds the form of a type, whatever its parameters; empty when there is none.
    public static Optional<RosterForm> of(@Nullable MediaType type) {
        return Arrays.stream(values())
                .filter(
                        form ->
                                type != null
                                        && form.type.isCompatible(type)
                                        && !type.isWildcardType())
                .findFirst();
    }
}
