package cme.compliance.assessment;

import static java.util.stream.Collectors.partitioningBy;

import cme.compliance.assessment.Statuses.Before;
import cme.compliance.diplomate.Assessor;
import cme.compliance.diplomate.BoardClock;
import cme.compliance.diplomate.NamedInstants;
import cme.compliance.readiness.ReadinessChange;
import cme.compliance.readiness.ReadinessTopic;
import cme.compliance.rules.DiplomateId;
import cme.compliance.rules.RuleSet;
import cme.compliance.rules.Standing;
import cme.compliance.rules.Status;
import cme.compliance.rules.StatusChange.Snapshot;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Gatherers;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/// Assesses diplomates and stores the answers, some hundred at a time: it reads in a fixed number
/// of statements, assesses, and writes one statement a table.
@Singleton
class StatusAssessor implements Assessor {

    private static final Logger LOG = Logger.getLogger(StatusAssessor.class);

    /// The facts of so many diplomates are in memory at once, however many events came together:
    /// ten years of one diplomate are some hundred completions.
    private static final int PORTION = 250;

    private final FactsReader facts;
    private final AssessmentService assessments;
    private final Statuses statuses;
    private final Findings findings;
    private final ReadinessTopic readiness;
    private final NamedInstants named;
    private final BoardClock clock;
    private final AssessmentTimes times;

    StatusAssessor(
            FactsReader facts,
            AssessmentService assessments,
            Statuses statuses,
            Findings findings,
            ReadinessTopic readiness,
            NamedInstants named,
            BoardClock clock,
            AssessmentTimes times) {
        this.facts = facts;
        this.assessments = assessments;
        this.statuses = statuses;
        this.findings = findings;
        this.readiness = readiness;
        this.named = named;
        this.clock = clock;
        this.times = times;
    }

    @Override
    public void assess(Handle transaction, Set<DiplomateId> diplomates, String by) {
        diplomates.stream()
                .gather(Gatherers.windowFixed(PORTION))
                .forEach(portion -> assessPortion(transaction, portion, by));
    }

    private void assessPortion(Handle transaction, List<DiplomateId> diplomates, String by) {
        Collection<DiplomateFacts> known =
                times.read(() -> facts.of(transaction, diplomates).values());
        Instant now = clock.now();
        var withoutRules = new HashSet<DiplomateId>();
        var withoutAnswer = new HashSet<DiplomateId>();
        List<AssessedStatus> assessed =
                times.assess(() -> judge(known, now, withoutRules, withoutAnswer));
        times.write(
                () -> {
                    if (!withoutRules.isEmpty()) {
                        statuses.distrust(transaction, withoutRules);
                    }
                    if (!withoutAnswer.isEmpty()) {
                        statuses.remove(transaction, withoutAnswer, now);
                    }
                    if (!assessed.isEmpty()) {
                        write(transaction, diplomates, assessed, now, by);
                    }
                });
    }

    private List<AssessedStatus> judge(
            Collection<DiplomateFacts> all,
            Instant now,
            Set<DiplomateId> withoutRules,
            Set<DiplomateId> withoutAnswer) {
        var assessed = new ArrayList<AssessedStatus>(all.size());
        for (DiplomateFacts known : all) {
            switch (assessments.assess(known, now, known.latest())) {
                case AssessmentService.Assessed(Status status) ->
                        assessed.add(
                                AssessedStatus.of(
                                        status, known.nextCompletionAfter(status.asOf())));
                case AssessmentService.NoCycle _, AssessmentService.Merged _ ->
                        withoutAnswer.add(known.diplomate());
                case AssessmentService.NoRules(RuleSet.Id ruleSet) -> {
                    LOG.warnf("Rule set %s is not known to this version of the service", ruleSet);
                    withoutRules.add(known.diplomate());
                }
            }
        }
        return assessed;
    }

    private void write(
            Handle transaction,
            List<DiplomateId> diplomates,
            List<AssessedStatus> assessed,
            Instant now,
            String by) {
        Map<DiplomateId, Before> before = statuses.before(transaction, diplomates);
        Map<Boolean, List<AssessedStatus>> isSame =
                assessed.stream().collect(partitioningBy(a -> a.isSameAs(before)));
        List<AssessedStatus> changed = isSame.get(false);
        statuses.confirm(transaction, isSame.get(true));
        if (!changed.isEmpty()) {
            Map<DiplomateId, Set<StoredFinding>> foundBefore =
                    findings.before(transaction, withAnswer(changed, before));
            statuses.save(transaction, changed, before);
            findings.save(transaction, changed, foundBefore);
            tell(transaction, changes(changed, before, foundBefore), before, now, by);
        }
    }

    /// A diplomate without an answer has no stored findings.
    private static List<DiplomateId> withAnswer(
            List<AssessedStatus> changed, Map<DiplomateId, Before> before) {
        return changed.stream()
                .map(a -> a.status().diplomate())
                .filter(id -> before.get(id).standing() != null)
                .toList();
    }

    /// An event is recorded at the instant up to which its answer knows, so that it agrees with the
    /// answer as known then. Where the answer before knew as much, the day has changed and not what
    /// is known: then it is recorded now.
    private void tell(
            Handle transaction,
            List<ReadinessChange> changes,
            Map<DiplomateId, Before> answers,
            Instant now,
            String by) {
        List<ReadinessChange> telling = changes.stream().filter(ReadinessChange::matters).toList();
        if (telling.isEmpty()) {
            return;
        }
        List<DiplomateId> ids =
                telling.stream().map(change -> change.status().diplomate()).toList();
        Map<DiplomateId, NamedInstants.Latest> latest = named.latest(transaction, ids);
        Map<DiplomateId, Instant> at = HashMap.newHashMap(ids.size());
        for (ReadinessChange change : telling) {
            DiplomateId id = change.status().diplomate();
            Instant before = latest.getOrDefault(id, NamedInstants.Latest.NONE).told();
            Instant knownAt = change.status().knownAt();
            boolean isNews = !knownAt.equals(answers.get(id).knownAt());
            at.put(id, instant(isNews ? knownAt : before, before, now));
        }
        readiness.append(transaction, telling, at, by);
        named.told(transaction, at);
    }

    private static Instant instant(Instant knownAt, Instant before, Instant now) {
        if (knownAt.isAfter(before)) {
            return knownAt;
        }
        return now.isAfter(before) ? now : before.plusNanos(1_000);
    }

    private static List<ReadinessChange> changes(
            List<AssessedStatus> assessed,
            Map<DiplomateId, Before> before,
            Map<DiplomateId, Set<StoredFinding>> foundBefore) {
        return assessed.stream()
                .map(
                        a -> {
                            DiplomateId id = a.status().diplomate();
                            Set<StoredFinding> found = foundBefore.getOrDefault(id, Set.of());
                            return change(a.status(), before.get(id), found);
                        })
                .toList();
    }

    private static ReadinessChange change(Status status, Before before, Set<StoredFinding> found) {
        Standing standing = before.standing();
        return new ReadinessChange(
                status,
                before.version() + 1,
                standing == null
                        ? null
                        : new Snapshot(
                                standing,
                                before.cycleStartYear() == null
                                        ? status.cycle().startYear()
                                        : before.cycleStartYear(),
                                found.stream().map(StoredFinding::entry).toList()));
    }
}
