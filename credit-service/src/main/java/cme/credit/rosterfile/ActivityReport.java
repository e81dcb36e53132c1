package cme.credit.rosterfile;

import cme.chassis.json.Fields;
import cme.chassis.problem.InvalidRequest;
import cme.chassis.problem.Problem;
import cme.chassis.problem.Violation;
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
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Turns the elements of a MedBiquitous Activity Report into rows as they are read: each credit
/// that a member received in a completed module is a row.
///
/// Elements are known by their local names, so that all versions of the standard are read alike,
/// and the JSON of PARS too, whose properties have the same names. The `CreditID` is the poster's
/// name of a row. The standard asks for a time of day where a date is wanted: without a zone the
/// date is taken as it is written; with a zone it is refused like any other time. The standard
/// carries points and hours of other professions too; only CME credit becomes a row that is
/// recorded.
final class ActivityReport {
    private static final Pattern LOCAL_TIME =
            Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})T[0-9]{2}:[0-9]{2}(:[0-9.]+)?");

    /// Far more than one certificate has.
    private static final int MAX_CREDITS_OF_A_CERTIFICATE = 100;

    private final Deque<String> path = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private final Queue<Reading> rows = new ArrayDeque<>();

    private final Set<String> patientSafetyFoci;
    private final PassedOver passedOver = new PassedOver();
    private final ReportedMember member = new ReportedMember(passedOver);
    private final Map<String, String> activity = new HashMap<>();
    private final Map<String, String> module = new HashMap<>();
    private final Map<String, String> credit = new HashMap<>();
    private final Map<String, String> focus = new HashMap<>();
    private final Deque<Map<String, String>> received = new ArrayDeque<>();
    private final Map<String, Integer> namesMade = new HashMap<>();

    private @Nullable String name;
    private String idDomain = "";
    private boolean isOfPars;
    private boolean credited;
    private boolean isDeletion;
    private int row;

    /// @param patientSafetyFoci folded names of the credit foci that are the patient-safety part
    ActivityReport(Set<String> patientSafetyFoci) {
        this.patientSafetyFoci = Set.copyOf(patientSafetyFoci);
    }

    /// The sender's name of the whole report.
    @Nullable String name() {
        return name;
    }

    /// The next complete row, or null.
    @Nullable Reading poll() {
        return rows.poll();
    }

    /// Everything that was passed over so far.
    List<Notice> notices() {
        return passedOver.notices();
    }

    void start(String localName, Function<String, @Nullable String> attributes) {
        String element = ReportElements.named(localName);
        path.push(element);
        text.setLength(0);
        switch (element) {
            case "ACCMELearnerReports" -> isOfPars = true;
            case "ActivityReports" -> name = attributes.apply("arid");
            case "ActivityReport" -> {
                String own = attributes.apply("arid");
                isDeletion = ReportElements.isDeletion(attributes.apply("action"));
                name = name == null ? own : name;
                member.clear();
                namesMade.clear();
            }
            case "UniqueID" -> idDomain = lower(attributes.apply("domain"));
            case "Activity" -> begin(activity, attributes.apply("activityID"));
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
        if (id != null && !id.isBlank()) {
            activity.put("id", id);
        }
    }

    /// @param max how many characters of an element are kept
    void text(String more, int max) {
        text.append(more, 0, Math.min(more.length(), Math.max(max - text.length(), 0)));
    }

    void end() {
        String element = path.pop();
        String parent = path.isEmpty() ? "" : path.peek();
        String value = text.toString().strip();
        text.setLength(0);
        switch (element) {
            case "UniqueID" -> member.addNumber(idDomain, value);
            case "FamilyName", "FormerName", "Alias" -> addFamilyName(value);
            case "BirthDate" -> member.addBirthDate(value);
            case "ActivityName" -> activity.put("title", oneLine(value));
            case "action" -> isDeletion |= ReportElements.isDeletion(value);
            case "creditType", "creditUnit" -> credit.put(element, value);
            case "Status", "CompletedDateTime" ->
                    (parent.equals("Module") ? module : activity).put(element, value);
            case "numberOfCredits" ->
                    (parent.equals("CreditFocus") ? focus : credit).put("credits", value);
            case "activityCertification" -> credit.put("category", CreditKind.category(value));
            case "Description" -> focus.put("what", value);
            case "CreditFocus" -> addFocus();
            case "CreditReceived" -> addCredit();
            case "CreditID" -> module.put("creditId", value);
            case "CreditCertificate" -> addCertificate();
            case "Module" -> addWithoutCredit();
            default -> passOver(element, value);
        }
    }

    private void passOver(String element, String value) {
        if (isOfPars && !value.isEmpty() && !ReportElements.isRead(element)) {
            passedOver.add(PassedOver.Kind.FIELD, element);
        }
    }

    /// Other people than the member have family names too.
    private void addFamilyName(String value) {
        if (path.contains("Member")) {
            member.addFamilyName(oneLine(value));
        }
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
        if (!patientSafetyFoci.contains(CreditKind.folded(what))) {
            if (!what.isEmpty()) {
                passedOver.add(PassedOver.Kind.FOCUS, oneLine(what));
            }
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
        ObjectNode content = content(each, number);
        Violation violation = violation(each);
        rows.add(
                violation == null
                        ? Reading.of(row, Fields.ofRow(content), content)
                        : refused(violation, content, each));
    }

    private ObjectNode content(Map<String, String> each, int number) {
        Map<String, String> fields = member.fields();
        fields.put("externalId", externalId(number));
        fields.putAll(each);
        fields.remove("creditType");
        fields.remove("creditUnit");
        put(fields, activity.containsKey("id") ? "activity" : "title", activityName());
        put(fields, "completedOn", completedOn());
        fields.values().removeIf(String::isEmpty);
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        fields.forEach(content::put);
        return content;
    }

    /// Its mistake has no field of ours, so its fields alone would be recorded when they come back.
    /// It is kept as a text.
    private Reading refused(Violation violation, ObjectNode content, Map<String, String> each) {
        ObjectNode named = content.objectNode();
        named.set("externalId", content.get("externalId"));
        each.forEach(content::put);
        return new Reading.Broken(row, violation, named, content.toString());
    }

    private @Nullable Violation violation(Map<String, String> each) {
        String status = module.getOrDefault("Status", activity.getOrDefault("Status", "Completed"));
        if (!status.equalsIgnoreCase("Completed")) {
            return new Violation("", "not-completed", "Only a completed activity brings credit.");
        }
        if (isDeletion) {
            return ReportElements.DELETION;
        }
        return CreditKind.isCme(each.get("creditType"), each.get("creditUnit"))
                ? member.violation()
                : CreditKind.notCme("", each.get("creditType"), each.get("creditUnit"));
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
        if (own != null && !own.isEmpty()) {
            return number == 1 ? own : own + "#" + number;
        }
        String made = CreditKind.nameOf(member.number(), activityName(), completedOn());
        int times = namesMade.merge(made, 1, Integer::sum);
        return times == 1 ? made : made + "#" + times;
    }

    private @Nullable String completedOn() {
        String when = module.getOrDefault("CompletedDateTime", activity.get("CompletedDateTime"));
        if (when == null) {
            return null;
        }
        Matcher local = LOCAL_TIME.matcher(when);
        return local.matches() ? local.group(1) : when;
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
    }
}
