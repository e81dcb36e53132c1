package cme.credit.rosterfile;

import cme.chassis.json.Fields;
import cme.chassis.problem.InvalidRequest;
import cme.chassis.problem.Problem;
import cme.credit.posting.Notice;
import cme.credit.posting.Reading;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
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
/// with a zone it is refused like any other time. The standard carries points and hours of other
/// professions too; only CME credit becomes a row that is recorded.
final class ActivityReport {
    private static final Pattern LOCAL_TIME =
            Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})T[0-9]{2}:[0-9]{2}(:[0-9.]+)?");
    private static final Pattern BIRTH_DATE = Pattern.compile("[0-9]{4}-([0-9]{2}-[0-9]{2}).*");

    /// Far more than one certificate has.
    private static final int MAX_CREDITS_OF_A_CERTIFICATE = 100;

    private static final String UNKNOWN_FOCUS = "unknownFocus";

    /// Names of people have few parts.
    private static final int MAX_FAMILY_NAMES = 4;

    private static final Set<String> DELETIONS =
            Set.of(
                    "delete",
                    "deleted",
                    "deletion",
                    "remove",
                    "removed",
                    "cancel",
                    "void",
                    "withdraw");

    private final Deque<String> path = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private final Queue<Reading> rows = new ArrayDeque<>();

    private final Map<String, String> member = new HashMap<>();
    private final Map<String, String> activity = new HashMap<>();
    private final Map<String, String> module = new HashMap<>();
    private final Map<String, String> credit = new HashMap<>();
    private final Map<String, String> focus = new HashMap<>();
    private final Deque<Map<String, String>> received = new ArrayDeque<>();

    private final Set<String> unknownDomains = new TreeSet<>();

    private @Nullable String name;
    private @Nullable String report;
    private String idDomain = "";
    private boolean credited;
    private boolean isDeletion;
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
                report = attributes.getAttributeValue(null, "arid");
                isDeletion = isDeletion(attributes.getAttributeValue(null, "action"));
                unknownDomains.clear();
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
            case "FamilyName" -> addFamilyName(parent, value);
            case "BirthDate" -> addBirthDate(value);
            case "ActivityName" -> activity.put("title", oneLine(value));
            case "Action", "action" -> isDeletion |= isDeletion(value);
            case "creditType" -> credit.put("creditType", value);
            case "creditUnit" -> credit.put("creditUnit", value);
            case "Status", "CompletedDateTime" ->
                    (parent.equals("Module") ? module : activity).put(element, value);
            case "numberOfCredits", "NumberOfCredits" ->
                    (parent.equals("CreditFocus") ? focus : credit).put("credits", value);
            case "activityCertification" -> credit.put("category", CreditKind.category(value));
            case "Description" -> focus.put("what", value);
            case "CreditFocus" -> addFocus();
            case "CreditReceived" -> addCredit();
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
        } else {
            unknownDomains.add(idDomain);
        }
    }

    /// A former name or an alias has elements of the same name, and is not what the member is
    /// called. Two family names are one together.
    private void addFamilyName(String parent, String value) {
        if (!parent.equals("Name")) {
            return;
        }
        String before = member.get("familyName");
        int parts = before == null ? 0 : before.split(" ").length;
        if (parts < MAX_FAMILY_NAMES) {
            member.put("familyName", before == null ? value : before + " " + value);
        }
    }

    private void addBirthDate(String value) {
        Matcher date = BIRTH_DATE.matcher(value);
        member.put("birthMonthDay", date.matches() ? date.group(1) : value);
    }

    private void addCredit() {
        if (received.size() == MAX_CREDITS_OF_A_CERTIFICATE) {
            throw new InvalidRequest(
                    Problem.tooLarge(
                            "A certificate has at most %d credits."
                                    .formatted(MAX_CREDITS_OF_A_CERTIFICATE)));
        }
        received.add(Map.copyOf(credit));
    }

    /// Several foci on patient safety add up, at most to the credits. Of other foci the first is
    /// told to the sender.
    private void addFocus() {
        String what = focus.getOrDefault("what", "");
        String credits = focus.get("credits");
        if (!CreditKind.isPatientSafety(what)) {
            credit.putIfAbsent(UNKNOWN_FOCUS, CreditKind.shortened(oneLine(what)));
        } else if (credits != null) {
            credit.merge("patientSafetyCredits", credits, CreditKind::sum);
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
        if (isDeletion) {
            rows.add(
                    JsonRow.broken(
                            row,
                            "action.deletion",
                            "The report asks for a deletion: withdraw the completion instead."));
            return;
        }
        if (!CreditKind.isCme(each.get("creditType"), each.get("creditUnit"))) {
            rows.add(
                    JsonRow.broken(
                            row,
                            "credit-type.not-cme",
                            "Only CME credit is taken: creditType CME (or none) in creditUnit Credit (or none); these are %s and %s."
                                    .formatted(
                                            CreditKind.shown(each.get("creditType")),
                                            CreditKind.shown(each.get("creditUnit")))));
            return;
        }
        if (isOfNobody()) {
            rows.add(
                    JsonRow.broken(
                            row,
                            "unique-id.domain",
                            "No domain of a UniqueID is understood; one ends in \"diplomate\" or \"npi\", not %s."
                                    .formatted(String.join(", ", unknownDomains))));
            return;
        }
        Map<String, String> fields = new HashMap<>(member);
        fields.put("externalId", externalId(number));
        fields.putAll(each);
        fields.remove("creditType");
        fields.remove("creditUnit");
        String unknownFocus = fields.remove(UNKNOWN_FOCUS);
        fields.values().removeIf(String::isEmpty);
        put(fields, activity.containsKey("id") ? "activity" : "title", activityName());
        put(fields, "completedOn", completedOn());
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        fields.forEach(content::put);
        Reading reading = Reading.of(row, Fields.ofRow(content), content);
        rows.add(
                unknownFocus == null || unknownFocus.isEmpty()
                        ? reading
                        : reading.noting(List.of(Notice.unknownFocus(unknownFocus))));
    }

    private boolean isOfNobody() {
        return !member.containsKey("diplomateId")
                && !member.containsKey("npi")
                && !unknownDomains.isEmpty();
    }

    private @Nullable String activityName() {
        return activity.getOrDefault("id", activity.get("title"));
    }

    private static void put(Map<String, String> fields, String field, @Nullable String value) {
        if (value != null) {
            fields.put(field, value);
        }
    }

    /// The poster's name of the row, or one made of person, activity and day.
    private String externalId(int number) {
        String own = module.get("creditId");
        String base;
        if (own != null) {
            base = own;
        } else if (report != null) {
            base = report + "/" + activity.getOrDefault("id", "");
        } else {
            base =
                    CreditKind.shortened(
                            "%s/%s/%s"
                                    .formatted(
                                            member.getOrDefault("diplomateId", member.get("npi")),
                                            activityName(),
                                            completedOn()));
        }
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

    private static boolean isDeletion(@Nullable String action) {
        return DELETIONS.contains(lower(action));
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
    }
}
