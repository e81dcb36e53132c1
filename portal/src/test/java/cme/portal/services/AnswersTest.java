package cme.portal.services;

import static org.assertj.core.api.Assertions.assertThat;

import cme.portal.catalog.Activity;
import cme.portal.catalog.ActivityPage;
import cme.portal.catalog.AlignedActivity;
import cme.portal.catalog.Guidance;
import cme.portal.catalog.Provider;
import cme.portal.catalog.TracerProcedure;
import cme.portal.compliance.CalendarFeed;
import cme.portal.compliance.Cycle;
import cme.portal.compliance.Decision;
import cme.portal.compliance.HistoryEntry;
import cme.portal.compliance.MergeContradiction;
import cme.portal.compliance.Pathway;
import cme.portal.compliance.Recommendations;
import cme.portal.compliance.RuleSet;
import cme.portal.compliance.Status;
import cme.portal.compliance.Summary;
import cme.portal.compliance.Tracer;
import cme.portal.compliance.WhatIf;
import cme.portal.compliance.Worklist;
import cme.portal.credit.Completion;
import cme.portal.credit.HeldRow;
import cme.portal.credit.Identity;
import cme.portal.credit.Match;
import cme.portal.credit.Merge;
import cme.portal.credit.Roster;
import cme.portal.credit.RosterResult;
import cme.portal.credit.RosterRow;
import cme.portal.credit.Transcript;
import cme.portal.credit.TranscriptVerification;
import com.fasterxml.jackson.databind.JavaType;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The answers that tests of pages use are read whole: nothing that a page needs is missing in
/// them.
class AnswersTest {

    private static final Map<String, Class<?>> ANSWERS =
            Map.ofEntries(
                    Map.entry("catalog/activities.json", ActivityPage.class),
                    Map.entry("catalog/activity.json", Activity.class),
                    Map.entry("compliance/cycle.json", Cycle.class),
                    Map.entry("compliance/decision.json", Decision.class),
                    Map.entry(
                            "compliance/recommendations-nothing-open.json", Recommendations.class),
                    Map.entry("compliance/recommendations.json", Recommendations.class),
                    Map.entry("compliance/status-complete.json", Status.class),
                    Map.entry("compliance/status-decided.json", Status.class),
                    Map.entry("compliance/status-decision-needed.json", Status.class),
                    Map.entry("compliance/status-due-soon.json", Status.class),
                    Map.entry("compliance/status-earlier.json", Status.class),
                    Map.entry("compliance/status-late.json", Status.class),
                    Map.entry("compliance/status-not-met.json", Status.class),
                    Map.entry("compliance/status-on-track.json", Status.class),
                    Map.entry("compliance/summary.json", Summary.class),
                    Map.entry("compliance/what-if.json", WhatIf.class),
                    Map.entry("compliance/worklist.json", Worklist.class),
                    Map.entry("credit/completion.json", Completion.class),
                    Map.entry("credit/correction-proposal.json", Completion.Proposal.class),
                    Map.entry("credit/held-row-identity-differs.json", HeldRow.Detail.class),
                    Map.entry("credit/held-row-no-match.json", HeldRow.Detail.class),
                    Map.entry("credit/held-rows.json", HeldRow.Page.class),
                    Map.entry("credit/identity.json", Identity.class),
                    Map.entry("credit/match-none.json", Match.class),
                    Map.entry("credit/match.json", Match.class),
                    Map.entry("credit/merge-dry-run.json", Merge.class),
                    Map.entry("credit/roster-mended.json", Roster.class),
                    Map.entry("credit/roster-result-dry-run.json", RosterResult.class),
                    Map.entry("credit/roster-result-mended.json", RosterResult.class),
                    Map.entry("credit/roster-withdrawal-dry-run.json", Roster.Withdrawal.class),
                    Map.entry("credit/roster.json", Roster.class),
                    Map.entry("credit/transcript.json", Transcript.class),
                    Map.entry("credit/verification.json", TranscriptVerification.class));

    private static final Map<String, Class<?>> PAGES =
            Map.ofEntries(
                    Map.entry("catalog/activity-revisions.json", Activity.Revision.class),
                    Map.entry("catalog/aligned-activities.json", AlignedActivity.class),
                    Map.entry("catalog/guidance.json", Guidance.class),
                    Map.entry("catalog/providers.json", Provider.class),
                    Map.entry("catalog/tracer-procedures.json", TracerProcedure.class),
                    Map.entry("compliance/calendar-feeds.json", CalendarFeed.class),
                    Map.entry("compliance/decisions.json", Decision.class),
                    Map.entry("compliance/history.json", HistoryEntry.class),
                    Map.entry("compliance/merge-contradictions.json", MergeContradiction.class),
                    Map.entry("compliance/pathways.json", Pathway.class),
                    Map.entry("compliance/rule-sets.json", RuleSet.class),
                    Map.entry("compliance/tracers.json", Tracer.class),
                    Map.entry("credit/completion-revisions.json", Completion.Revision.class),
                    Map.entry("credit/completions.json", Completion.class),
                    Map.entry("credit/correction-proposals.json", Completion.Proposal.class),
                    Map.entry("credit/identities.json", Identity.class),
                    Map.entry("credit/identity-revisions.json", Identity.Revision.class),
                    Map.entry("credit/roster-rows-duplicate.json", RosterRow.class),
                    Map.entry("credit/roster-rows-held.json", RosterRow.class),
                    Map.entry("credit/roster-rows-rejected.json", RosterRow.class),
                    Map.entry("credit/roster-rows.json", RosterRow.class),
                    Map.entry("credit/rosters.json", Roster.class));

    static Stream<Map.Entry<String, JavaType>> answers() {
        Map<String, JavaType> all = new TreeMap<>();
        ANSWERS.forEach((file, type) -> all.put(file, Answers.JSON.constructType(type)));
        PAGES.forEach(
                (file, item) ->
                        all.put(
                                file,
                                Answers.JSON
                                        .getTypeFactory()
                                        .constructParametricType(Paged.class, item)));
        return all.entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("answers")
    void everythingThatAPageNeedsIsInTheAnswer(Map.Entry<String, JavaType> answer) {
        Object read = Answers.read(answer.getKey(), answer.getValue());
        assertThat(missing(read, answer.getKey())).isEmpty();
    }

    @Test
    void everyAnswerIsOfAType() throws IOException {
        Path folder = Path.of("src", "test", "resources", "answers");
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.map(file -> folder.relativize(file).toString()))
                    .filteredOn(file -> file.endsWith(".json") && !file.contains("/problem-"))
                    .containsExactlyInAnyOrderElementsOf(answers().map(Map.Entry::getKey).toList());
        }
    }

    private static List<String> missing(@Nullable Object read, String where) {
        List<String> missing = new ArrayList<>();
        switch (read) {
            case Record one -> {
                for (RecordComponent component : one.getClass().getRecordComponents()) {
                    String place = where + "." + component.getName();
                    Object value = value(one, component);
                    boolean mayBeNull =
                            component.getAnnotatedType().isAnnotationPresent(Nullable.class);
                    if (value != null || !mayBeNull) {
                        missing.addAll(missing(value, place));
                    }
                }
            }
            case List<?> many -> many.forEach(one -> missing.addAll(missing(one, where)));
            case null -> missing.add(where);
            default -> {}
        }
        return missing;
    }

    private static @Nullable Object value(Record owner, RecordComponent component) {
        try {
            return component.getAccessor().invoke(owner);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
