package cme.portal.record;

import cme.portal.page.Formats;
import cme.portal.page.Words;
import cme.portal.record.RecordPage.Entry;
import cme.portal.record.RecordPage.Known;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The words for what is recorded: decisions, tracer procedures and pathways.
final class RecordEntries {
    private RecordEntries() {}

    static List<Entry> of(Known known, Map<String, String> names, Formats formats) {
        List<Entry> entries = new ArrayList<>();
        known.decisions()
                .forEach(
                        one ->
                                entries.add(
                                        new Entry(
                                                "decision",
                                                one.requirement() + ":" + one.dueYear(),
                                                one.revision(),
                                                Words.verdict(one.decision())
                                                        + (one.until() == null
                                                                ? ""
                                                                : " until "
                                                                        + formats.date(one.until()))
                                                        + ": "
                                                        + Words.requirement(one.requirement())
                                                        + ", year "
                                                        + one.dueYear(),
                                                by(one.recordedBy(), one.recordedAt(), formats),
                                                one.reason())));
        known.tracers()
                .forEach(
                        one ->
                                entries.add(
                                        new Entry(
                                                "tracer",
                                                String.valueOf(one.dueYear()),
                                                one.revision(),
                                                "Tracer, year "
                                                        + one.dueYear()
                                                        + ": "
                                                        + names.getOrDefault(
                                                                one.procedure(), one.procedure())
                                                        + (one.completedOn() == null
                                                                ? ", chosen"
                                                                : ", completed "
                                                                        + formats.date(
                                                                                one.completedOn())),
                                                by(one.recordedBy(), one.recordedAt(), formats),
                                                null)));
        known.pathways()
                .forEach(
                        one ->
                                entries.add(
                                        new Entry(
                                                "pathway",
                                                one.from().toString(),
                                                one.revision(),
                                                Words.pathway(one.pathway())
                                                        + " from "
                                                        + formats.date(one.from())
                                                        + (one.until() == null
                                                                ? ""
                                                                : " to "
                                                                        + formats.date(
                                                                                one.until())),
                                                by(one.recordedBy(), one.recordedAt(), formats),
                                                one.reason())));
        return entries;
    }

    private static String by(String who, Instant when, Formats formats) {
        return "by " + who + ", " + formats.instant(when);
    }
}
