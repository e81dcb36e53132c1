package cme.credit.rosterfile;

import cme.chassis.json.Fields;
import cme.credit.posting.Reading;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Turns the elements of a MedBiquitous Activity Report into rows as they are read: each credit
/// that a member received in a completed module is a row.
///
/// Elements are known by their local names, so that all versions of the standard are read alike.
/// The `UniqueID` whose domain ends in `diplomate` is the number of the diplomate, the one whose
/// domain ends in `npi` is the NPI; the `CreditID` is the poster's name of a row. The standard asks
/// for a time of day where a date is wanted: without a zone the date is taken as it is written;
/// with a zone it is refused like any other time.
final class ActivityReport {
    private static final Pattern LOCAL_TIME =
            Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})T[0-9]{2}:[0-9]{2}(:[0-9.]+)?");
    private static final Pattern NO_WORD = Pattern.compile("[^A-Z0-9]+");

    private final Deque<String> path = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private final Queue<Reading> rows = new ArrayDeque<>();

    private final Map<String, String> member = new HashMap<>();
    private final Map<String, String> activity = new HashMap<>();
    private final Map<String, String> module = new HashMap<>();
    private final Map<String, String> credit = new HashMap<>();
    private final Map<String, String> focus = new HashMap<>();
    private final Deque<Map<String, String>> received = new ArrayDeque<>();

    private @Nullable String name;
    private String report = "";
    private String idDomain = "";
    private boolean credited;
    private int row;

    /// The sender's name of the whole report.
    @Nullable String name() {
        return name;
    }

    /// The next complete row, or null.
    @Nullable Reading poll() {
        return rows.poll();
    }

    void start(String element, XMLStreamReader attributes) {
        path.push(element);
        text.setLength(0);
        switch (element) {
            case "ActivityReports" -> name = attributes.getAttributeValue(null, "arid");
            case "ActivityReport" -> {
                report = String.valueOf(attributes.getAttributeValue(null, "arid"));
                name = name == null ? attributes.getAttributeValue(null, "arid") : name;
                member.clear();
            }
            case "UniqueID" -> idDomain = lower(attributes.getAttributeValue(null, "domain"));
            case "Activity" -> begin(activity, attributes.getAttributeValue(null, "activityID"));
            case "Module" -> {
                module.clear();
                credited = false;
            }
            case "CreditReceived" -> credit.clear();
            case "CreditFocus" -> focus.clear();
            default -> {}
        }
    }

    private static void begin(Map<String, String> activity, @Nullable String id) {
        activity.clear();
        if (id != null) {
            activity.put("id", id);
        }
    }

    /// @param max how many characters of an element are kept
    void text(String more, int max) {
        text.append(more, 0, Math.min(more.length(), Math.max(max - text.length(), 0)));
    }

    void end(String element) {
        path.pop();
        String parent = path.isEmpty() ? "" : path.peek();
        String value = text.toString().strip();
        text.setLength(0);
        switch (element) {
            case "UniqueID" -> identify(value);
            case "FamilyName" -> member.put("familyName", value);
            case "Status", "CompletedDateTime" ->
                    (parent.equals("Module") ? module : activity).put(element, value);
            case "numberOfCredits", "NumberOfCredits" ->
                    (parent.equals("CreditFocus") ? focus : credit).put("credits", value);
            case "activityCertification" -> credit.put("category", category(value));
            case "Description" -> focus.put("what", value);
            case "CreditFocus" -> addFocus();
            case "CreditReceived" -> received.add(Map.copyOf(credit));
            case "CreditID" -> module.put("creditId", value);
            case "CreditCertificate" -> addCertificate();
            case "Module" -> addWithoutCredit();
            default -> {}
        }
    }

    private void identify(String value) {
        if (idDomain.endsWith("npi")) {
            member.put("npi", value);
        } else if (idDomain.endsWith("diplomate")) {
            member.put("diplomateId", value);
        }
    }

    /// The last focus on patient safety counts when there are several: they cannot be added up.
    private void addFocus() {
        boolean patientSafety = lower(focus.get("what")).contains("patient safety");
        String credits = focus.get("credits");
        if (patientSafety && credits != null) {
            credit.put("patientSafetyCredits", credits);
        }
    }

    private void addCertificate() {
        int number = 0;
        for (Map<String, String> each : received) {
            number++;
            add(each, number);
        }
        received.clear();
        module.remove("creditId");
    }

    private void addWithoutCredit() {
        if (!credited) {
            add(Map.of(), 1);
        }
    }

    private void add(Map<String, String> each, int number) {
        credited = true;
        row++;
        String status = module.getOrDefault("Status", activity.getOrDefault("Status", "Completed"));
        if (!status.equalsIgnoreCase("Completed")) {
            rows.add(
                    JsonRow.broken(
                            row, "not-completed", "Only a completed activity brings credit."));
            return;
        }
        Map<String, String> fields = new HashMap<>(member);
        fields.put("externalId", externalId(number));
        fields.putAll(each);
        put(fields, "activity", activity.get("id"));
        put(fields, "completedOn", completedOn());
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        fields.forEach(content::put);
        rows.add(Reading.of(row, Fields.ofRow(content), content));
    }

    private static void put(Map<String, String> fields, String field, @Nullable String value) {
        if (value != null) {
            fields.put(field, value);
        }
    }

    private String externalId(int number) {
        String own = module.get("creditId");
        String base = own == null ? report + "/" + activity.getOrDefault("id", "") : own;
        return number == 1 ? base : base + "#" + number;
    }

    private @Nullable String completedOn() {
        String when = module.getOrDefault("CompletedDateTime", activity.get("CompletedDateTime"));
        if (when == null) {
            return null;
        }
        Matcher local = LOCAL_TIME.matcher(when);
        return local.matches() ? local.group(1) : when;
    }

    /// Writes "AMA PRA Category 1" as AMA_PRA_1.
    private static String category(String certification) {
        String words = NO_WORD.matcher(certification.toUpperCase(Locale.ROOT)).replaceAll("_");
        return words.replace("_CATEGORY", "").replaceAll("^_|_$", "");
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
    }
}
