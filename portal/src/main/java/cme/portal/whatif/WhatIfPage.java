package cme.portal.whatif;

import cme.portal.catalog.TracerProcedure;
import cme.portal.compliance.Changes;
import cme.portal.compliance.Finding;
import cme.portal.compliance.Recommendations;
import cme.portal.compliance.Status;
import cme.portal.compliance.WhatIf;
import cme.portal.page.Formats;
import cme.portal.page.Look;
import cme.portal.page.Names;
import cme.portal.page.Part;
import cme.portal.page.Words;
import cme.portal.status.DueYear;
import cme.portal.status.Headline;
import cme.portal.status.StatusAddress;
import cme.portal.status.StatusPage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All words and numbers of the page about what would change.
///
/// @param search what was found for words that were typed; null where none were
/// @param tracer null when no tracer procedure is asked for
/// @param days other days of which the same can be asked
/// @param without what would count for nothing, and why
public record WhatIfPage(
        String diplomateId,
        String path,
        String title,
        String lead,
        Look before,
        Look after,
        List<Draft.Row> rows,
        List<Draft.Fault> faults,
        boolean full,
        @Nullable Search search,
        @Nullable TracerChoice tracer,
        String asOf,
        List<Day> days,
        List<ChangedCard> cards,
        List<Without> without,
        List<Suggestion> suggestions) {

    private static final String SUPPOSED = "what-if-";

    /// @param href the address with that day
    public record Day(String label, String href, boolean current) {}

    /// A supposed completion that does not count for a requirement.
    public record Without(String title, String about, String reason, @Nullable String remedy) {}

    /// An activity that would help.
    public record Suggestion(String code, String title) {}

    /// @param after null when nothing is supposed, or not all of it can be asked
    static WhatIfPage of(
            Question question,
            Draft draft,
            Status before,
            @Nullable WhatIf after,
            @Nullable Search search,
            Part<List<TracerProcedure>> procedures,
            Part<Recommendations> help,
            LocalDate today,
            Formats formats) {
        Names names = Names.of(procedures);
        Status then = after == null ? before : after.status();
        var sentence = Answer.of(question, before, after, formats);
        return new WhatIfPage(
                before.diplomateId(),
                question.path(),
                sentence.title(),
                sentence.lead(),
                Look.of(before.standing()),
                Look.of(then.standing()),
                draft.rows(),
                draft.faults(),
                question.isFull(),
                search,
                procedures.isHere() ? TracerChoice.of(question, before, procedures.value()) : null,
                before.asOf().toString(),
                days(question, before, today, formats),
                cards(before, then, after, names, formats),
                after == null ? List.of() : without(after, formats),
                help.isHere() ? suggestions(help.value()) : List.of());
    }

    public String statusPath() {
        return StatusAddress.path(diplomateId);
    }

    private static List<Day> days(
            Question question, Status before, LocalDate today, Formats formats) {
        return Stream.concat(
                        Stream.of(today),
                        before.findings().stream()
                                .map(Finding::deadline)
                                .filter(day -> day.isAfter(today))
                                .sorted()
                                .flatMap(day -> Stream.of(day, day.plusDays(1))))
                .distinct()
                .limit(3)
                .map(day -> day(day, question, before.asOf(), today, formats))
                .toList();
    }

    private static Day day(
            LocalDate day, Question question, LocalDate asOf, LocalDate today, Formats formats) {
        boolean isToday = day.equals(today);
        return new Day(
                isToday ? "Today" : formats.date(day),
                question.asOf(isToday ? null : day).address(),
                day.equals(asOf));
    }

    /// The cards: the requirements that are open, those of the next deadline, and all others that
    /// would change.
    private static List<ChangedCard> cards(
            Status before, Status then, @Nullable WhatIf after, Names names, Formats formats) {
        List<Changes.OfFinding> changes = after == null ? List.of() : after.changes().findings();
        return then.findings().stream()
                .filter(one -> isShown(one, before, changes))
                .sorted(Comparator.comparing(Finding::deadline))
                .map(one -> ChangedCard.of(find(before, one), one, names, formats))
                .toList();
    }

    private static boolean isShown(
            Finding finding, Status before, List<Changes.OfFinding> changes) {
        Finding now = find(before, finding);
        return finding.deadline().equals(before.nextDeadline())
                || now != null && StatusPage.isOpen(now) && now.deadline().isBefore(before.asOf())
                || changes.stream()
                        .anyMatch(
                                one ->
                                        one.requirement().equals(finding.requirement())
                                                && one.dueYear() == finding.dueYear());
    }

    private static @Nullable Finding find(Status before, Finding finding) {
        return before.findings().stream()
                .filter(one -> one.requirement().equals(finding.requirement()))
                .filter(one -> one.dueYear() == finding.dueYear())
                .findFirst()
                .orElse(null);
    }

    private static List<Without> without(WhatIf after, Formats formats) {
        List<Without> all = new ArrayList<>();
        for (Finding finding : after.findings()) {
            String about =
                    Words.requirement(finding.requirement())
                            + ", due "
                            + formats.date(finding.deadline());
            finding.notCounted().stream()
                    .filter(one -> one.completion().startsWith(SUPPOSED))
                    .map(one -> without(one, about, formats))
                    .forEach(all::add);
        }
        after.countedNowhere().stream()
                .filter(one -> one.completion().startsWith(SUPPOSED))
                .map(one -> without(one, "Every requirement", formats))
                .forEach(all::add);
        return all;
    }

    private static Without without(Finding.NotCounted one, String about, Formats formats) {
        return new Without(
                Names.title(one.title(), one.activity()),
                about,
                DueYear.sentence(one, formats),
                Words.remedy(one.reason()));
    }

    private static List<Suggestion> suggestions(Recommendations help) {
        return Stream.concat(
                        help.plan().activities().stream()
                                .map(one -> new Suggestion(one.activity(), one.title())),
                        help.findings().stream()
                                .flatMap(one -> one.activities().stream())
                                .map(one -> new Suggestion(one.activity(), one.title())))
                .distinct()
                .limit(30)
                .toList();
    }

    /// The answer in the largest words.
    private record Answer(String title, String lead) {

        static Answer of(
                Question question, Status before, @Nullable WhatIf after, Formats formats) {
            List<Finding> openNow = open(before, before);
            if (after == null) {
                return question.supposesNothing()
                        ? new Answer(
                                "What if?",
                                openNow.isEmpty()
                                        ? "Nothing is open. Add activities to see what they would"
                                                + " bring for later."
                                        : "Add activities to see what they would change: "
                                                + Headline.missing(openNow, formats)
                                                + " to go.")
                        : new Answer("What if?", "Correct what is marked, then see the answer.");
            }
            if (after.changes().findings().isEmpty() && after.changes().standing() == null) {
                return new Answer("That would change nothing.", "Why it would not count is below.");
            }
            return changed(openNow, open(before, after.status()), formats);
        }

        private static Answer changed(List<Finding> now, List<Finding> then, Formats formats) {
            if (!now.isEmpty() && then.isEmpty()) {
                return new Answer(
                        "That would close what is open.",
                        "Now " + Headline.missing(now, formats) + " to go; then nothing.");
            }
            if (then.isEmpty()) {
                return new Answer(
                        "That would count for later.", "Nothing is open now, nor would be.");
            }
            return new Answer(
                    Formats.capital(Headline.missing(then, formats)) + " would be left.",
                    "Now it is " + Headline.missing(now, formats) + " to go.");
        }

        /// The requirements of the next deadline, as it is now, and those that were missed.
        private static List<Finding> open(Status before, Status status) {
            return status.findings().stream()
                    .filter(StatusPage::isOpen)
                    .filter(
                            one ->
                                    Objects.equals(one.deadline(), before.nextDeadline())
                                            || one.deadline().isBefore(status.asOf()))
                    .toList();
        }
    }
}
