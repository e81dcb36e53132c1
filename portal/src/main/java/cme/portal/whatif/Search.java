package cme.portal.whatif;

import cme.portal.catalog.Activity;
import cme.portal.page.Formats;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The activities that the catalog has for the words that were typed to add a row.
///
/// @param asTitle the address with these words as the title of something that is not in the catalog
public record Search(String words, String sentence, List<Choice> choices, String asTitle) {

    /// @param href the address with this activity
    public record Choice(String title, String facts, String href) {}

    static Search of(String words, Question question, List<Activity> found, Formats formats) {
        return new Search(
                words,
                found.isEmpty()
                        ? "The catalog has nothing for “" + words + "”."
                        : "Which one is “" + words + "”?",
                found.stream()
                        .map(
                                one ->
                                        new Choice(
                                                one.title(),
                                                facts(one, formats),
                                                question.with(Question.Row.ofActivity(one.code()))
                                                        .address()))
                        .toList(),
                question.with(Question.Row.titled(words)).address());
    }

    private static String facts(Activity activity, Formats formats) {
        List<String> facts = new ArrayList<>();
        facts.add(activity.provider());
        @Nullable BigDecimal credits = activity.credits();
        facts.add(
                credits == null
                        ? "credits not known"
                        : formats.shortCredits(credits)
                                + (credits.compareTo(BigDecimal.ONE) == 0
                                        ? " credit"
                                        : " credits"));
        if (activity.offeredUntil() != null) {
            facts.add("until " + formats.date(activity.offeredUntil()));
        }
        return String.join(" · ", facts);
    }
}
