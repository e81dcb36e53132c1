package cme.portal.page;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words for values of the board's record, which the service writes as it stores them, such as
/// `CARPAL_TUNNEL, finished on 2025-03-02`. A value that is not understood is shown as it came.
///
/// @param names of tracer procedures
public record RecordWords(Names names, Formats formats) {
    private static final Pattern CONSTANT_FIRST = Pattern.compile("([A-Z0-9_]+)\\b(.*)");
    private static final Pattern CYCLE = Pattern.compile("\\S+ (from \\d+, certified on \\S+)");

    /// The value of an entry.
    ///
    /// @param kind `CYCLE`, `TRACER`, `PATHWAY` or `DECISION`
    public String value(String kind, String text) {
        return formats.sentence(
                switch (kind) {
                    case "CYCLE" -> CYCLE.matcher(text).replaceAll("counted $1");
                    case "TRACER" -> first(text, names::procedure);
                    case "PATHWAY" -> first(text, Words::pathway);
                    case "DECISION" -> first(text, Words::verdict);
                    default -> text;
                });
    }

    /// The subject of a decision, such as `cme-total/6` as `CME credits, year 6`.
    public static String finding(String subject) {
        int slash = subject.indexOf('/');
        return slash < 0
                ? subject
                : Words.requirementInSentence(subject.substring(0, slash))
                        + ", year "
                        + subject.substring(slash + 1);
    }

    private static String first(String text, UnaryOperator<String> words) {
        Matcher parts = CONSTANT_FIRST.matcher(text);
        return parts.matches() ? words.apply(parts.group(1)) + parts.group(2) : text;
    }
}
