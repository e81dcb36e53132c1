package cme.portal.roster;

import cme.portal.page.Words;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Which column of somebody's table is which field of a roster.
final class Columns {
    /// The name under which a column that is left out is sent; the ledger is told to pass it over.
    private static final String LEFT_OUT = "left-out-";

    private static final Map<String, Set<String>> OTHER_NAMES =
            Map.ofEntries(
                    Map.entry("externalId", Set.of("reference", "recordid", "id", "yourreference")),
                    Map.entry(
                            "diplomateId",
                            Set.of(
                                    "boardid",
                                    "boardnumber",
                                    "abpsid",
                                    "abpsnumber",
                                    "diplomatenumber",
                                    "diplomate",
                                    "number")),
                    Map.entry("npi", Set.of("npinumber")),
                    Map.entry(
                            "familyName", Set.of("lastname", "surname", "learnerlastname", "name")),
                    Map.entry("birthMonthDay", Set.of("birthday", "dob", "dobmmdd", "dayofbirth")),
                    Map.entry(
                            "activity",
                            Set.of("activitycode", "activityid", "provideractivityid", "code")),
                    Map.entry("title", Set.of("activitytitle")),
                    Map.entry(
                            "completedOn",
                            Set.of("completiondate", "date", "completed", "dateofcompletion")),
                    Map.entry("session", Set.of("track")),
                    Map.entry(
                            "credits",
                            Set.of("cmecredits", "cme", "creditsearned", "totalcredits")),
                    Map.entry(
                            "patientSafetyCredits",
                            Set.of("patientsafety", "pscredits", "ofthempatientsafety")));

    private Columns() {}

    /// For each column the field that its name means; empty where that is not clear.
    static List<String> guessed(List<String> header) {
        Set<String> taken = new HashSet<>();
        List<String> fields = new ArrayList<>();
        for (String name : header) {
            String field = meant(name);
            fields.add(taken.add(field) ? field : "");
        }
        return fields;
    }

    private static String meant(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return PostedRow.FIELDS.stream()
                .filter(
                        field ->
                                plain.equals(field.toLowerCase(Locale.ROOT))
                                        || plain.equals(
                                                Words.field(field)
                                                        .toLowerCase(Locale.ROOT)
                                                        .replace(" ", ""))
                                        || OTHER_NAMES
                                                .getOrDefault(field, Set.of())
                                                .contains(plain))
                .findFirst()
                .orElse("");
    }

    /// The header as it is sent.
    static List<String> header(List<String> fields) {
        List<String> names = new ArrayList<>();
        for (String field : fields) {
            names.add(field.isEmpty() ? leftOut(names.size() + 1) : field);
        }
        return names;
    }

    static String leftOut(int column) {
        return LEFT_OUT + column;
    }

    /// The names that the ledger passes over, separated by commas; empty if there is none.
    static String leftOut(List<String> header) {
        return String.join(",", header.stream().filter(name -> name.startsWith(LEFT_OUT)).toList());
    }
}
