package cme.credit.rosterfile;

import cme.chassis.problem.Violation;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The kind of a credit of an Activity Report: of continuing medical education or of something
/// else, its category, about patient safety or not.
final class CreditKind {
    private static final Set<String> CME =
            Set.of("", "cme", "continuing medical education", "ama pra category 1 credit");
    private static final Set<String> CREDITS =
            Set.of("", "credit", "credits", "cme credit", "cme credits");

    private static final Pattern NO_WORD = Pattern.compile("[^A-Z0-9]+");
    private static final Pattern SPACES = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9})?");
    private static final Pattern AMA_PRA =
            Pattern.compile(
                    "(AMERICAN_MEDICAL_ASSOCIATION|AMA)_(PRA|PHYSICIAN_S_RECOGNITION_AWARD)_([12])");

    /// The longest category that is kept, in characters.
    private static final int MAX_CATEGORY = 40;

    private static final int MAX_NAME = 90;

    private CreditKind() {}

    static boolean isCme(@Nullable String type, @Nullable String unit) {
        return CME.contains(folded(type)) && CREDITS.contains(folded(unit));
    }

    /// Credit that is not taken.
    static Violation notCme(String pointer, @Nullable String type, @Nullable String unit) {
        return new Violation(
                pointer,
                "credit-type.not-cme",
                "Only CME credit is taken: creditType CME (or none) in creditUnit Credit (or none); these are %s and %s."
                        .formatted(shown(type), shown(unit)));
    }

    private static String shown(@Nullable String text) {
        return text == null || text.isEmpty()
                ? "none"
                : "\"" + shortened(SPACES.matcher(text).replaceAll(" ").strip()) + "\"";
    }

    /// Writes "AMA PRA Category 1" as AMA_PRA_1. A label never costs the credit: one that is too
    /// long for a category is left out.
    static String category(String certification) {
        String words =
                NO_WORD.matcher(certification.toUpperCase(Locale.ROOT))
                        .replaceAll("_")
                        .replace("_CATEGORY", "")
                        .replaceAll("_?CREDITS?_?$", "")
                        .replaceAll("^_|_$", "");
        String category = AMA_PRA.matcher(words).replaceFirst("AMA_PRA_$3");
        return category.length() > MAX_CATEGORY ? "" : category;
    }

    /// The sum of two amounts; the one that is no amount when one is none, so that it is refused.
    static String sum(String first, String second) {
        if (!AMOUNT.matcher(first).matches()) {
            return first;
        }
        return AMOUNT.matcher(second).matches()
                ? new BigDecimal(first).add(new BigDecimal(second)).toPlainString()
                : second;
    }

    /// A name of at most 90 characters that is as good as the whole one.
    private static String shortened(String name) {
        if (name.length() <= MAX_NAME) {
            return name;
        }
        UUID whole = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return name.substring(0, MAX_NAME - 37) + "~" + whole;
    }

    /// A name of a row that its sender did not name, which is the same when it is sent again.
    static String nameOf(
            @Nullable String person, @Nullable String activity, @Nullable String completedOn) {
        return shortened(
                Stream.of(person, activity, completedOn)
                        .map(part -> part == null ? "" : part)
                        .collect(Collectors.joining("/")));
    }

    /// The words in small letters, without punctuation and line breaks between them.
    static String folded(@Nullable String text) {
        return text == null
                ? ""
                : SPACES.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
