package cme.compliance.cases;

import cme.compliance.rules.Activity;
import cme.compliance.rules.Activity.Approval;
import cme.compliance.rules.Activity.Cap;
import cme.compliance.rules.Activity.CreditsPer;
import cme.compliance.rules.Activity.OncePer;
import cme.compliance.rules.Activity.Purpose;
import cme.compliance.rules.Catalog;
import cme.compliance.rules.Completion;
import cme.compliance.rules.Completion.Poster;
import cme.compliance.rules.Completion.Subject;
import cme.compliance.rules.Credits;
import cme.compliance.rules.Cycle;
import cme.compliance.rules.Decision;
import cme.compliance.rules.DiplomateId;
import cme.compliance.rules.Facts;
import cme.compliance.rules.Pathway;
import cme.compliance.rules.ProcedureCode;
import cme.compliance.rules.Requirement;
import cme.compliance.rules.RuleSet;
import cme.compliance.rules.Tracer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Turns the input of a case into the records of the rules. Records without a `recordedAt` were
/// always known.
final class CaseFacts {

    private CaseFacts() {}

    static Facts of(AssessmentCase assessmentCase) {
        JsonNode input = assessmentCase.input();
        return new Facts(
                new DiplomateId("012345"),
                List.of(cycle(input.get("cycle"), assessmentCase.ruleSet())),
                each(input.get("pathways"), CaseFacts::pathway),
                each(input.get("tracers"), CaseFacts::tracer),
                each(input.get("decisions"), CaseFacts::decision),
                each(input.get("completions"), CaseFacts::completion),
                Catalog.of(each(input.get("activities"), CaseFacts::activity)));
    }

    private static Cycle cycle(JsonNode node, String ruleSet) {
        return new Cycle(
                new RuleSet.Id(ruleSet),
                node.get("cycleStartYear").asInt(),
                LocalDate.parse(node.get("certifiedOn").asText()),
                recordedAt(node));
    }

    private static Pathway.Span pathway(JsonNode node) {
        return new Pathway.Span(
                Pathway.valueOf(node.get("pathway").asText()),
                LocalDate.parse(node.get("from").asText()),
                date(node, "until"),
                recordedAt(node));
    }

    private static Tracer tracer(JsonNode node) {
        int dueYear = node.get("dueYear").asInt();
        if (node.path("removed").asBoolean()) {
            return new Tracer.Removed(dueYear, recordedAt(node));
        }
        return new Tracer.Chosen(
                dueYear,
                new ProcedureCode(node.get("procedure").asText()),
                date(node, "completedOn"),
                recordedAt(node));
    }

    private static Decision decision(JsonNode node) {
        Decision.Ruling ruling =
                switch (node.get("decision").asText()) {
                    case "SATISFIED" -> new Decision.Satisfied();
                    case "WAIVED" -> new Decision.Waived();
                    case "EXTENDED" ->
                            new Decision.Extended(LocalDate.parse(node.get("until").asText()));
                    default -> throw new IllegalArgumentException(node.toString());
                };
        return new Decision(
                new Requirement.Id(node.get("requirement").asText()),
                node.get("dueYear").asInt(),
                ruling,
                text(node, "reason"),
                recordedAt(node));
    }

    private static Completion completion(JsonNode node) {
        List<Completion.Revision> revisions = new ArrayList<>();
        for (JsonNode state : states(node)) {
            revisions.add(revision(state, revisions.size() + 1));
        }
        return new Completion(new Completion.Id(node.get("id").asText()), revisions);
    }

    private static Completion.Revision revision(JsonNode state, int number) {
        boolean withdrawn = state.path("withdrawn").asBoolean();
        String activity = text(state, "activity");
        String title = text(state, "title");
        return new Completion.Revision(
                number,
                withdrawn ? Completion.Status.WITHDRAWN : Completion.Status.RECORDED,
                activity != null
                        ? new Subject.InCatalog(new Activity.Code(activity))
                        : new Subject.Titled(title == null ? "" : title),
                LocalDate.parse(state.get("completedOn").asText()),
                text(state, "session"),
                Credits.of(state.get("credits").decimalValue()),
                credits(state, "patientSafetyCredits"),
                Poster.valueOf(state.path("poster").asText("PROVIDER")),
                recordedAt(state));
    }

    static List<JsonNode> states(JsonNode completion) {
        ObjectNode state = completion.deepCopy();
        JsonNode later = state.remove("revisions");
        List<JsonNode> states = new ArrayList<>(List.of(state));
        if (later != null) {
            for (JsonNode change : later) {
                state = state.deepCopy();
                state.setAll((ObjectNode) change);
                states.add(state);
            }
        }
        return states;
    }

    private static Activity activity(JsonNode node) {
        List<Activity.Revision> revisions = new ArrayList<>();
        for (JsonNode state : states(node)) {
            revisions.add(revisionOfActivity(state, revisions.size() + 1));
        }
        return new Activity(new Activity.Code(node.get("code").asText()), revisions);
    }

    private static Activity.Revision revisionOfActivity(JsonNode state, int number) {
        JsonNode cap = state.path("cap");
        return new Activity.Revision(
                number,
                state.path("title").asText(state.get("code").asText()),
                state.path("provider").asText(""),
                Activity.Type.valueOf(state.path("type").asText("COURSE")),
                credits(state, "credits"),
                credits(state, "patientSafetyCredits"),
                state.path("creditsConfirmed").asBoolean(true),
                OncePer.valueOf(state.path("oncePer").asText("DATE")),
                CreditsPer.valueOf(state.path("creditsPer").asText("COMPLETION")),
                cap.isObject()
                        ? new Cap(
                                cap.get("group").asText(),
                                Credits.of(cap.get("credits").decimalValue()))
                        : null,
                date(state, "offeredFrom"),
                date(state, "offeredUntil"),
                Activity.Status.valueOf(state.path("status").asText("APPROVED")),
                each(state.get("approvals"), CaseFacts::approval),
                recordedAt(state));
    }

    private static Approval approval(JsonNode node) {
        Set<ProcedureCode> procedures = new HashSet<>();
        node.path("procedures").forEach(code -> procedures.add(new ProcedureCode(code.asText())));
        return new Approval(
                Purpose.valueOf(node.get("purpose").asText()),
                procedures,
                LocalDate.parse(node.get("from").asText()),
                date(node, "until"));
    }

    private static <T> List<T> each(@Nullable JsonNode list, Function<JsonNode, T> read) {
        List<T> result = new ArrayList<>();
        if (list != null) {
            list.forEach(node -> result.add(read.apply(node)));
        }
        return result;
    }

    private static @Nullable Credits credits(JsonNode node, String field) {
        return node.hasNonNull(field) ? Credits.of(node.get(field).decimalValue()) : null;
    }

    private static @Nullable LocalDate date(JsonNode node, String field) {
        return node.hasNonNull(field) ? LocalDate.parse(node.get(field).asText()) : null;
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.hasNonNull(field) ? node.get(field).asText() : null;
    }

    private static Instant recordedAt(JsonNode node) {
        return node.hasNonNull("recordedAt")
                ? Instant.parse(node.get("recordedAt").asText())
                : Instant.MIN;
    }
}
