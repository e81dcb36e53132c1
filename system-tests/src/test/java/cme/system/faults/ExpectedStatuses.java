package cme.system.faults;

import cme.compliance.rules.Activity;
import cme.compliance.rules.Activity.Approval;
import cme.compliance.rules.Activity.CreditsPer;
import cme.compliance.rules.Activity.OncePer;
import cme.compliance.rules.Activity.Purpose;
import cme.compliance.rules.Assessment;
import cme.compliance.rules.Catalog;
import cme.compliance.rules.Completion;
import cme.compliance.rules.Completion.Poster;
import cme.compliance.rules.Completion.Subject;
import cme.compliance.rules.Credits;
import cme.compliance.rules.DiplomateId;
import cme.compliance.rules.Facts;
import cme.compliance.rules.ProcedureCode;
import cme.compliance.rules.RuleSet;
import cme.compliance.rules.Status;
import cme.compliance.ruleset.RuleSets;
import cme.system.faults.Diplomates.Diplomate;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The statuses that the pure rules give for the ledger and the log of the catalog, without any
/// service in between.
final class ExpectedStatuses {

    private static final RuleSets RULE_SETS = RuleSets.shipped();
    private static final Instant EVER = Instant.parse("9999-01-01T00:00:00Z");

    private final Map<String, List<Completion>> byDiplomate = new HashMap<>();
    private final Catalog catalog;

    ExpectedStatuses(LedgerReading ledger, Map<String, NavigableMap<Long, JsonNode>> catalog) {
        ledger.logged()
                .forEach(
                        (id, revisions) ->
                                byDiplomate
                                        .computeIfAbsent(
                                                revisions.getFirst().diplomate(),
                                                _ -> new java.util.ArrayList<>())
                                        .add(
                                                new Completion(
                                                        new Completion.Id(id),
                                                        revisions.stream()
                                                                .map(ExpectedStatuses::revision)
                                                                .toList())));
        this.catalog =
                Catalog.of(
                        catalog.entrySet().stream()
                                .map(
                                        one ->
                                                new Activity(
                                                        new Activity.Code(one.getKey()),
                                                        one.getValue().values().stream()
                                                                .map(ExpectedStatuses::activity)
                                                                .toList()))
                                .toList());
    }

    Status assess(Diplomate diplomate, LocalDate asOf) {
        var cycle = diplomate.cycle();
        var facts =
                new Facts(
                        new DiplomateId(diplomate.id()),
                        List.of(cycle),
                        diplomate.pathways(),
                        List.of(diplomate.tracer()),
                        List.of(),
                        byDiplomate.getOrDefault(diplomate.id(), List.of()),
                        catalog);
        var rules = RULE_SETS.find(new RuleSet.Id(diplomate.ruleSet())).orElseThrow().rules();
        return Assessment.assess(rules, facts, asOf, EVER);
    }

    private static Completion.Revision revision(Revision told) {
        var content = told.content();
        return new Completion.Revision(
                told.number(),
                Completion.Status.valueOf(told.status()),
                content.activity() == null
                        ? new Subject.Titled(String.valueOf(content.title()))
                        : new Subject.InCatalog(new Activity.Code(content.activity())),
                content.completedOn(),
                null, // none of those posted here names a session
                Credits.of(content.credits()),
                content.safety() == null ? null : Credits.of(content.safety()),
                told.poster().equals("BOARD") ? Poster.BOARD : Poster.PROVIDER,
                told.recordedAt());
    }

    private static Activity.Revision activity(JsonNode told) {
        return new Activity.Revision(
                told.path("revision").asInt(),
                told.path("title").asText(),
                told.path("provider").asText(),
                Activity.Type.valueOf(told.path("type").asText()),
                credits(told, "credits"),
                credits(told, "patientSafetyCredits"),
                told.path("creditsConfirmed").asBoolean(),
                OncePer.valueOf(told.path("oncePer").asText()),
                CreditsPer.valueOf(told.path("creditsPer").asText(CreditsPer.COMPLETION.name())),
                null, // none of those completed here is in a cap group
                date(told, "offeredFrom"),
                date(told, "offeredUntil"),
                Activity.Status.valueOf(told.path("status").asText()),
                told.path("approvals").valueStream().map(ExpectedStatuses::approval).toList(),
                Instant.parse(told.path("recordedAt").asText()));
    }

    private static Approval approval(JsonNode told) {
        return new Approval(
                Purpose.valueOf(told.path("purpose").asText()),
                told.path("procedures")
                        .valueStream()
                        .map(code -> new ProcedureCode(code.asText()))
                        .collect(Collectors.toSet()),
                LocalDate.parse(told.path("from").asText()),
                date(told, "until"));
    }

    private static @Nullable LocalDate date(JsonNode told, String field) {
        return told.hasNonNull(field) ? LocalDate.parse(told.path(field).asText()) : null;
    }

    private static @Nullable Credits credits(JsonNode told, String field) {
        return told.hasNonNull(field) ? Credits.of(told.path(field).asText()) : null;
    }
}
