package cme.compliance.rules;

import cme.compliance.rules.Completion.Subject;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// A completion as it is known, on its way through one assessment.
///
/// The two marks at the end are the only state that an assessment changes; a candidate never leaves
/// it.
final class Candidate {

    /// The order in which completions are looked at in every step: by date of completion, then id.
    /// The facts keep them by id and sorting is stable, so the date is all there is to compare.
    static final Comparator<Candidate> OLDEST_FIRST =
            (one, other) -> one.completedOn().compareTo(other.completedOn());

    private final Completion completion;
    private final Completion.Revision state;
    private final Activity.@Nullable Revision activity;

    /// Set by steps 1 to 3: it counts for no requirement at all.
    @Nullable Exclusion setAside;

    /// What the findings made of it so far.
    boolean counted;

    boolean inSomeWindow;
    @Nullable Exclusion firstReason;

    Candidate(
            Completion completion,
            Completion.Revision state,
            Activity.@Nullable Revision activity) {
        this.completion = completion;
        this.state = state;
        this.activity = activity;
    }

    Completion.Id id() {
        return completion.id();
    }

    Completion completion() {
        return completion;
    }

    Completion.Revision state() {
        return state;
    }

    /// The activity as known, null outside the catalog or when the catalog does not know the code
    /// yet.
    Activity.@Nullable Revision activity() {
        return activity;
    }

    LocalDate completedOn() {
        return state.completedOn();
    }

    /// In quarter credits.
    int credits() {
        return state.credits().quarters();
    }

    Activity.@Nullable Code code() {
        return state.subject() instanceof Subject.InCatalog(Activity.Code code) ? code : null;
    }

    @Nullable String title() {
        return switch (state.subject()) {
            case Subject.Titled(String title) -> title;
            case Subject.InCatalog _ -> activity == null ? null : activity.title();
        };
    }
}
