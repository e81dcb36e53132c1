package cme.compliance.calendar;

import cme.chassis.json.Sha256;
import cme.compliance.rules.Amount.Unit;
import cme.compliance.rules.Finding;
import cme.compliance.rules.Status;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;

/// An all-day event of the calendar. It says nothing that changes from day to day, so that a
/// calendar program is not told of changes that are none.
///
/// @param requirement identifies the event with the due year, also when its day is moved
record DeadlineEvent(
        String requirement,
        int dueYear,
        LocalDate day,
        String summary,
        String description,
        boolean isDeadline) {

    /// The open findings. A calendar must have an event: when nothing is open, it is the end of the
    /// cycle.
    static List<DeadlineEvent> of(Status status) {
        List<DeadlineEvent> open =
                status.findings().stream()
                        .filter(finding -> finding.state().open())
                        .map(DeadlineEvent::of)
                        .toList();
        return open.isEmpty() ? List.of(endOfCycle(status)) : open;
    }

    private static DeadlineEvent of(Finding finding) {
        return new DeadlineEvent(
                finding.requirement().value(),
                finding.dueYear(),
                finding.deadline(),
                "Deadline: " + finding.title(),
                "%s of %s %s, %s to go. Completed from %s to %s counts. State: %s."
                        .formatted(
                                finding.earned(),
                                finding.required(),
                                finding.unit() == Unit.CREDIT ? "credits" : "activities",
                                finding.remaining(),
                                finding.window().from(),
                                finding.window().to(),
                                finding.state()),
                true);
    }

    private static DeadlineEvent endOfCycle(Status status) {
        int year = status.cycle().endYear();
        return new DeadlineEvent(
                "cycle",
                year,
                LocalDate.of(year, Month.DECEMBER, 31),
                "The certification cycle ends",
                "Everything that this cycle asks for is met.",
                false);
    }

    String digest() {
        return Sha256.hex(day + "\n" + summary + "\n" + description);
    }
}
