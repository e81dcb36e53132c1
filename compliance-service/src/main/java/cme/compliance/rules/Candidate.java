package cme.compliance.rules;

import cme.compliance.rules.Completion.Subject;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// A completion as it is known for one assessment.
///
/// @param state the revision in force at the known-at instant
/// @param activity as known, null outside the catalog or when the catalog does not know the code
///   yet
/// @param whenCompleted the activity as it was known when the day of completion ended, null when
///   nothing was; not looked up where the patient-safety part was posted
/// @param exclusion the reason from steps 1 to 3 why it counts for no requirement, null when it may
record Candidate(
        Completion completion,
        Completion.Revision state,
        Activity.@Nullable Revision activity,
        Activity.@Nullable Revision whenCompleted,
        @Nullable Exclusion exclusion) {

    /// Every step takes completions in this order: by date of completion, then id. The facts keep
    /// them by id and sorting is stable, so only the date has to be compared.
    static final Comparator<Candidate> OLDEST_FIRST =
            (one, other) -> one.completedOn().compareTo(other.completedOn());

    Candidate excluded(Exclusion why) {
        return new Candidate(completion, state, activity, whenCompleted, why);
    }

    Completion.Id id() {
        return completion.id();
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
