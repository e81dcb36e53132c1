package cme.compliance.rules;

import cme.compliance.rules.Activity.Approval;
import cme.compliance.rules.Activity.Purpose;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The naive reading of the rules about tracers.
final class NaiveTracers {

    private final NaiveFacts known;

    NaiveTracers(NaiveFacts known) {
        this.known = known;
    }

    void judge(
            NaiveAssessment.Due due,
            NaiveFacts.Post post,
            Optional<String> early,
            Map<String, BigDecimal> amounts,
            Map<String, String> why) {
        List<Approval> forTracers = NaiveFacts.approvals(post, Purpose.TRACER);
        Optional<Tracer.Chosen> tracer = known.tracerOf(due.year());
        if (tracer.isEmpty() || forTracers.isEmpty()) {
            return;
        }
        List<Approval> aligned =
                forTracers.stream()
                        .filter(a -> a.procedures().contains(tracer.get().procedure()))
                        .toList();
        boolean used = early.isPresent() && early.get().startsWith("ALREADY_USED");
        if (early.isPresent() && !used) {
            why.put(post.id(), early.get());
        } else if (aligned.isEmpty()) {
            why.put(post.id(), "NOT_ALIGNED");
        } else if (aligned.stream().noneMatch(a -> NaiveFacts.inForce(a, post.on()))) {
            why.put(post.id(), "NOT_APPROVED");
        } else if (used) {
            why.put(post.id(), early.get());
        } else if (amounts.isEmpty()) {
            amounts.put(post.id(), BigDecimal.ONE);
        }
    }

    /// Whether the activity was approved that day for the tracer of the due year.
    boolean serves(NaiveAssessment.Due due, NaiveFacts.Post post) {
        return known.tracerOf(due.year()).stream()
                .anyMatch(
                        tracer ->
                                NaiveFacts.approvals(post, Purpose.TRACER).stream()
                                        .filter(a -> a.procedures().contains(tracer.procedure()))
                                        .anyMatch(a -> NaiveFacts.inForce(a, post.on())));
    }

    boolean nearMiss(TracerActivity requirement, NaiveAssessment.Due due, NaiveFacts.Post post) {
        Optional<Tracer.Chosen> tracer = known.tracerOf(due.year());
        if (tracer.isEmpty() || tracer.get().completedOn() == null) {
            return false;
        }
        LocalDate done = tracer.get().completedOn();
        return !post.on().isBefore(done.minusYears(requirement.nearMissYears()))
                && !post.on().isAfter(done.plusYears(requirement.nearMissYears()))
                && serves(due, post);
    }
}
