package cme.system.faults;

import cme.system.faults.Diplomates.Diplomate;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One completion as it was posted first.
///
/// @param completion the id that the ledger answered
record Posting(String externalId, Diplomate diplomate, Content content, String completion) {

    static final String CSV_HEADER =
            "externalId,diplomateId,familyName,activity,title,completedOn,credits,patientSafetyCredits\n";

    /// Not answered yet.
    Posting(String externalId, Diplomate diplomate, Content content) {
        this(externalId, diplomate, content, "");
    }

    Posting answered(String id) {
        return new Posting(externalId, diplomate, content, id);
    }

    ObjectNode json() {
        return content.json()
                .put("externalId", externalId)
                .put("diplomateId", diplomate.id())
                .put("familyName", diplomate.familyName());
    }

    String csv() {
        return Stream.of(
                        externalId,
                        diplomate.id(),
                        diplomate.familyName(),
                        content.activity(),
                        content.title(),
                        content.completedOn(),
                        content.credits(),
                        content.safety())
                .map(Posting::cell)
                .collect(Collectors.joining(",", "", "\n"));
    }

    private static String cell(@Nullable Object value) {
        return Objects.toString(value, "");
    }

    Journal.Recorded promised(String poster) {
        var name = new Journal.Name(poster, externalId);
        return new Journal.Recorded(name, completion, diplomate.id(), content);
    }
}
