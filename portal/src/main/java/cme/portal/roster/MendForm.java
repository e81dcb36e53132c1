package cme.portal.roster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/// The rows of a roster as they were filled in: every row sends every field, in the order of the
/// rows.
public class MendForm {
    /// `check` or `post`.
    @RestForm @Nullable String step;

    /// `REJECTED` or `HELD`.
    @RestForm @Nullable String part;

    @RestForm @Nullable String cursor;

    @RestForm List<String> row = List.of();
    @RestForm List<String> externalId = List.of();
    @RestForm List<String> diplomateId = List.of();
    @RestForm List<String> npi = List.of();
    @RestForm List<String> familyName = List.of();
    @RestForm List<String> birthMonthDay = List.of();
    @RestForm List<String> activity = List.of();
    @RestForm List<String> title = List.of();
    @RestForm List<String> completedOn = List.of();
    @RestForm List<String> session = List.of();
    @RestForm List<String> credits = List.of();
    @RestForm List<String> patientSafetyCredits = List.of();
    @RestForm List<String> category = List.of();
    @RestForm List<String> provider = List.of();

    String part() {
        return "HELD".equals(part) ? "HELD" : "REJECTED";
    }

    boolean isToPost() {
        return "post".equals(step);
    }

    @Nullable String cursor() {
        return Optional.ofNullable(cursor).filter(text -> !text.isBlank()).orElse(null);
    }

    List<PostedRow> rows() {
        Map<String, List<String>> columns = columns();
        List<PostedRow> rows = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            Map<String, String> values = new LinkedHashMap<>();
            for (String field : PostedRow.FIELDS) {
                List<String> column = columns.getOrDefault(field, List.of());
                values.put(field, i < column.size() ? column.get(i).strip() : "");
            }
            rows.add(new PostedRow(row.get(i), values));
        }
        return rows;
    }

    private Map<String, List<String>> columns() {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        columns.put("externalId", externalId);
        columns.put("diplomateId", diplomateId);
        columns.put("npi", npi);
        columns.put("familyName", familyName);
        columns.put("birthMonthDay", birthMonthDay);
        columns.put("activity", activity);
        columns.put("title", title);
        columns.put("completedOn", completedOn);
        columns.put("session", session);
        columns.put("credits", credits);
        columns.put("patientSafetyCredits", patientSafetyCredits);
        columns.put("category", category);
        columns.put("provider", provider);
        return columns;
    }
}
