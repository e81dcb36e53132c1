package cme.credit.roster;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/// A roster in a random form, most of whose rows have one mistake each.
final class RandomRoster {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String[]> PEOPLE =
            List.of(
                    new String[] {"012345", "Vega-Ibarra", "03-14"},
                    new String[] {"012346", "Zając", "02-29"},
                    new String[] {"012353", "Côté-Dùbé", "09-09"},
                    new String[] {"0912E4", "'t Hooft", "10-05"});

    private static final List<String> TITLES =
            List.of(
                    "=1+1 is two",
                    "+4 points of care",
                    "-5 to 5",
                    "@home study",
                    "\uFF1DSUM full width",
                    "Trauma; evening, part \"2\"",
                    "5th meeting",
                    "'s-Hertogenbosch course",
                    "2026-10-04",
                    "03-04",
                    "12.50",
                    "0012",
                    "123456789012345",
                    "Łódź symposium",
                    "a, b; c");

    /// A mistake, and the forms in which it can be made.
    enum Mistake {
        NONE("csv json ndjson"),
        QUARTERS("csv json ndjson"),
        NEGATIVE("csv json ndjson"),
        AMBIGUOUS_DATE("csv json ndjson"),
        TIME("csv json ndjson"),
        CATEGORY("csv json ndjson"),
        NPI("csv json ndjson"),
        ACTIVITY("csv json ndjson"),
        NO_NAME("csv json ndjson"),
        /// The row is held.
        OTHER_NAME("csv json ndjson"),
        TOO_MANY_CELLS("csv"),
        /// A table has no types: there it is no mistake.
        TEXT_CREDITS("json ndjson"),
        MISSPELT("json ndjson"),
        NESTED("json ndjson"),
        REPEATED("json ndjson"),
        UNREADABLE("ndjson");

        private final String forms;

        Mistake(String forms) {
            this.forms = forms;
        }

        static Mistake any(String form, Random random) {
            List<Mistake> possible = new ArrayList<>();
            for (Mistake mistake : values()) {
                if (List.of(mistake.forms.split(" ")).contains(form)) {
                    possible.add(mistake);
                }
            }
            return possible.get(random.nextInt(possible.size()));
        }
    }

    /// @param meant the values without the mistake
    /// @param posted the values with it
    record Row(Mistake mistake, Map<String, String> meant, Map<String, String> posted) {
        String externalId() {
            return meant.get("externalId");
        }
    }

    final String form;
    final List<Row> rows = new ArrayList<>();
    private final String name;

    RandomRoster(String name, Random random) {
        this.name = name;
        this.form = List.of("csv", "json", "ndjson").get(random.nextInt(3));
        int size = 2 + random.nextInt(8);
        for (int i = 0; i < size; i++) {
            Map<String, String> meant = meant(name + "-" + i, random);
            Mistake mistake = Mistake.any(form, random);
            rows.add(new Row(mistake, meant, spoilt(meant, mistake)));
        }
    }

    private static Map<String, String> meant(String externalId, Random random) {
        Map<String, String> meant = new LinkedHashMap<>();
        String[] person = PEOPLE.get(random.nextInt(PEOPLE.size()));
        meant.put("externalId", random.nextInt(4) == 0 ? "03-" + externalId : externalId);
        meant.put("diplomateId", person[0]);
        meant.put("familyName", person[1]);
        if (random.nextBoolean()) {
            meant.put("birthMonthDay", person[2]);
        }
        if (random.nextInt(3) == 0) {
            meant.put("activity", "ASPS-ANNUAL-2026");
        } else {
            meant.put("title", TITLES.get(random.nextInt(TITLES.size())));
        }
        meant.put("completedOn", "2026-10-%02d".formatted(1 + random.nextInt(28)));
        meant.put("credits", BigDecimal.valueOf(100L + 25 * random.nextInt(40), 2).toString());
        if (random.nextBoolean()) {
            meant.put("patientSafetyCredits", "0.75");
        }
        if (random.nextInt(3) == 0) {
            meant.put("category", "AMA_PRA_1");
        }
        return meant;
    }

    private static Map<String, String> spoilt(Map<String, String> meant, Mistake mistake) {
        Map<String, String> posted = new LinkedHashMap<>(meant);
        switch (mistake) {
            case QUARTERS -> posted.put("credits", "1.30");
            case NEGATIVE -> posted.put("credits", "-1");
            case AMBIGUOUS_DATE -> posted.put("completedOn", "10/05/2026");
            case TIME -> posted.put("completedOn", meant.get("completedOn") + "T23:00:00Z");
            case CATEGORY -> posted.put("category", "=ama");
            case NPI -> posted.put("npi", "0123456789");
            case ACTIVITY -> {
                posted.remove("title");
                posted.put("activity", "ASPS-NOT-THERE");
            }
            case NO_NAME -> posted.remove("familyName");
            case OTHER_NAME -> posted.put("familyName", "+Nobody");
            case TOO_MANY_CELLS -> posted.put("familyName", meant.get("familyName") + ", Jr.");
            case NONE, TEXT_CREDITS, MISSPELT, NESTED, REPEATED, UNREADABLE -> {}
        }
        return posted;
    }

    String type() {
        return switch (form) {
            case "csv" -> "text/csv";
            case "json" -> "application/json";
            default -> "application/x-ndjson";
        };
    }

    String text() {
        return switch (form) {
            case "csv" -> csv();
            case "json" ->
                    rows.stream()
                            .map(this::json)
                            .collect(
                                    Collectors.joining(
                                            ",",
                                            "{\"externalId\":\"%s\",\"rows\":[".formatted(name),
                                            "],\"category\":\"AMA_PRA_2\"}"));
            default -> rows.stream().map(this::json).collect(Collectors.joining("\n"));
        };
    }

    private String csv() {
        Set<String> header = new LinkedHashSet<>(List.of("activity", "title"));
        rows.forEach(row -> header.addAll(row.posted().keySet()));
        header.addAll(List.of("familyName", "credits"));
        // A last cell that is never empty shows that a row has too many.
        header.remove("completedOn");
        header.add("completedOn");
        var text = new StringBuilder(String.join(",", header)).append("\r\n");
        for (Row row : rows) {
            for (String field : header) {
                String value = row.posted().getOrDefault(field, "");
                boolean bare =
                        row.mistake() == Mistake.TOO_MANY_CELLS && field.equals("familyName");
                text.append(bare ? value : '"' + value.replace("\"", "\"\"") + '"').append(',');
            }
            text.setLength(text.length() - 1);
            text.append("\r\n");
        }
        return text.toString();
    }

    private String json(Row row) {
        ObjectNode json = JSON.createObjectNode();
        row.posted()
                .forEach(
                        (field, value) -> {
                            if (field.endsWith("redits")) {
                                json.put(field, new BigDecimal(value));
                            } else {
                                json.put(field, value);
                            }
                        });
        switch (row.mistake()) {
            case TEXT_CREDITS -> json.put("credits", row.posted().get("credits"));
            case MISSPELT -> json.set("birthMonhtDay", json.remove("birthMonthDay"));
            case NESTED -> json.putObject("category").put("code", "AMA_PRA_1");
            case REPEATED -> {
                String text = json.toString();
                return text.substring(0, text.length() - 1) + ",\"credits\":0.25}";
            }
            case UNREADABLE -> {
                String text = json.toString();
                return text.substring(0, text.length() - 1);
            }
            default -> {}
        }
        return json.toString();
    }

    /// What the row means in its roster, whose top has a category for those without one.
    Map<String, String> meaning(Row row) {
        Map<String, String> meaning = new LinkedHashMap<>(row.meant());
        if (form.equals("json")) {
            meaning.putIfAbsent("category", "AMA_PRA_2");
        }
        return meaning;
    }
}
