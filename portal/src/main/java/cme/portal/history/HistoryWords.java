package cme.portal.history;

import cme.portal.compliance.HistoryEntry;
import cme.portal.page.Formats;
import cme.portal.page.Names;
import cme.portal.page.RecordWords;
import cme.portal.page.Words;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The words for revisions. The service writes values as it stores them; these are put into the
/// words of pages, and what is not understood is shown as it came.
///
/// @param titles of completions, by their ids
record HistoryWords(Map<String, String> titles, Names names, Formats formats) {
    private static final Pattern COMPLETION =
            Pattern.compile("(.*), ([0-9.]+ credits, completed on \\S+), posted by \\w+");
    private static final Pattern CONSTANT_LAST = Pattern.compile("(.*), ([A-Z_]+)");

    /// Such as `Completion recorded`.
    String title(HistoryEntry.Known known) {
        boolean completion = known.kind().equals("COMPLETION");
        String did =
                switch (known.action()) {
                    case "RECORDED" -> completion ? "reported" : "recorded";
                    case "CHANGED" -> completion ? "corrected" : "changed";
                    case "TAKEN_BACK" -> completion ? "withdrawn" : "taken back";
                    default -> Words.plain(known.action()).toLowerCase(formats.locale());
                };
        return thing(known) + " " + did;
    }

    private String thing(HistoryEntry.Known known) {
        return switch (known.kind()) {
            case "CYCLE" -> "Cycle";
            case "TRACER" -> "Tracer procedure of year " + known.subject();
            case "PATHWAY" -> "Pathway from " + formats.sentence(known.subject());
            case "DECISION" -> "Decision on " + RecordWords.finding(known.subject());
            case "COMPLETION" -> "Completion";
            case "ACTIVITY" -> "Activity of the catalog";
            default -> Words.plain(known.kind());
        };
    }

    /// The value; null where none is known.
    @Nullable String text(HistoryEntry.Known known) {
        String text = known.text();
        if (text == null) {
            return titles.get(known.subject());
        }
        return switch (known.kind()) {
            case "COMPLETION" -> formats.sentence(completion(known.subject(), text));
            case "ACTIVITY" -> formats.sentence(last(text));
            case "CYCLE" -> Formats.capital(recorded(known.kind(), text));
            default -> recorded(known.kind(), text);
        };
    }

    private String recorded(String kind, String text) {
        return new RecordWords(names, formats).value(kind, text);
    }

    private String completion(String id, String text) {
        Matcher parts = COMPLETION.matcher(text);
        return parts.matches()
                ? titles.getOrDefault(id, parts.group(1)) + ", " + parts.group(2)
                : text;
    }

    private static String last(String text) {
        Matcher parts = CONSTANT_LAST.matcher(text);
        return parts.matches()
                ? parts.group(1) + ": " + Words.activityStatus(parts.group(2))
                : text;
    }
}
