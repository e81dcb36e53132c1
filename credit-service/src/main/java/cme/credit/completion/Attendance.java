package cme.credit.completion;

import cme.credit.completion.Completion.Content;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The thing that a completion is of, as it is compared with others of the same person and day
/// (domain, section 3, rule 3): the activity, or the title without case, spaces, punctuation and
/// invisible characters.
///
/// @param session folded like a title; null for all sessions of the day
public record Attendance(String what, @Nullable String session) {
    private static final String ACTIVITY = "=";
    private static final Pattern NO_PART_OF_A_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    public static Attendance of(Content content) {
        return of(content.activity(), content.title(), content.session());
    }

    /// Exactly one of activity and title is null.
    public static Attendance of(
            @Nullable String activity, @Nullable String title, @Nullable String session) {
        return new Attendance(
                activity != null ? ACTIVITY + activity : folded(Objects.requireNonNull(title)),
                session == null ? null : folded(session));
    }

    private static String folded(String text) {
        String normal = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return NO_PART_OF_A_WORD.matcher(normal.toLowerCase(Locale.ROOT)).replaceAll("");
    }

    public boolean isOfActivity() {
        return what.startsWith(ACTIVITY);
    }

    /// True when the two are the same thing and not different sessions of it.
    public boolean overlaps(Attendance other) {
        return what.equals(other.what)
                && (session == null || other.session == null || session.equals(other.session));
    }

    /// True when the one may be the other said in other words: the same in another session, or an
    /// activity and a title, which nobody can compare.
    public boolean mayRestate(Attendance other) {
        return what.equals(other.what) || isOfActivity() != other.isOfActivity();
    }
}
