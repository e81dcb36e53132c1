package cme.compliance.rules;

import cme.compliance.rules.Activity.Approval;
import cme.compliance.rules.Activity.Cap;
import cme.compliance.rules.Activity.CreditsPer;
import cme.compliance.rules.Activity.OncePer;
import cme.compliance.rules.Activity.Purpose;
import cme.compliance.rules.Completion.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// A small generated catalog with every feature an activity can have.
final class RandomActivities {

    private static final Credits TITLED_MOST = Credits.of("40");

    private final SplittableRandom random;
    private final List<ProcedureCode> procedures;

    RandomActivities(SplittableRandom random, List<ProcedureCode> procedures) {
        this.random = random;
        this.procedures = procedures;
    }

    List<Activity> some(int startYear, BiFunction<Integer, Integer, LocalDate> date) {
        List<Activity> catalog = new ArrayList<>();
        int count = random.nextInt(2, 9);
        for (int i = 0; i < count; i++) {
            List<Activity.Revision> revisions = new ArrayList<>();
            Credits credits = new Credits(random.nextInt(1, 240));
            do {
                revisions.add(revision(revisions.size() + 1, credits, startYear, date));
            } while (chance(25));
            catalog.add(new Activity(new Activity.Code("ACT-" + i), revisions));
        }
        return catalog;
    }

    /// The most that can be claimed for a subject.
    Credits mostOf(Subject subject, List<Activity> catalog) {
        for (Activity activity : catalog) {
            Credits credits = activity.revisions().getFirst().credits();
            if (new Subject.InCatalog(activity.code()).equals(subject) && credits != null) {
                return credits;
            }
        }
        return TITLED_MOST;
    }

    private Activity.Revision revision(
            int number,
            Credits credits,
            int startYear,
            BiFunction<Integer, Integer, LocalDate> date) {
        LocalDate recorded = date.apply(startYear - 1, startYear + 8);
        return new Activity.Revision(
                number,
                "An activity",
                "ASPS",
                Activity.Type.COURSE,
                chance(8) ? null : credits,
                part(credits),
                chance(90),
                OncePer.values()[random.nextInt(3)],
                CreditsPer.values()[random.nextInt(2)],
                chance(30) ? new Cap("GROUP-" + random.nextInt(2), new Credits(40)) : null,
                chance(10) ? date.apply(startYear, startYear + 5) : null,
                chance(10) ? date.apply(startYear + 3, startYear + 9) : null,
                chance(85) ? Activity.Status.APPROVED : Activity.Status.RETIRED,
                approvals(startYear, date),
                number == 1 && chance(70)
                        ? Instant.MIN
                        : recorded.atStartOfDay().toInstant(java.time.ZoneOffset.UTC));
    }

    private @Nullable Credits part(Credits credits) {
        return switch (random.nextInt(4)) {
            case 0 -> null;
            case 1 -> credits;
            case 2 -> Credits.ZERO;
            default -> new Credits(random.nextInt(credits.quarters() + 1));
        };
    }

    private List<Approval> approvals(int startYear, BiFunction<Integer, Integer, LocalDate> date) {
        List<Approval> approvals = new ArrayList<>();
        while (chance(60)) {
            Purpose purpose = Purpose.values()[random.nextInt(3)];
            Set<ProcedureCode> aligned =
                    purpose != Purpose.TRACER
                            ? Set.of()
                            : chance(30)
                                    ? Set.copyOf(procedures)
                                    : Set.of(procedures.get(random.nextInt(2)));
            LocalDate from = date.apply(startYear - 2, startYear + 4);
            approvals.add(
                    new Approval(
                            purpose,
                            aligned,
                            from,
                            chance(50) ? null : from.plusDays(random.nextInt(2000))));
        }
        return approvals;
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
