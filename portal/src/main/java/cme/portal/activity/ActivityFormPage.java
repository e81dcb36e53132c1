package cme.portal.activity;

import cme.portal.activity.ApprovalFields.Option;
import cme.portal.catalog.Activity;
import cme.portal.catalog.Provider;
import cme.portal.page.Formats;
import cme.portal.page.Names;
import cme.portal.page.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An activity to be proposed or changed.
///
/// @param action where the form posts
/// @param back the page that it came from
/// @param isNew whether it has no code yet
/// @param codeHint how codes begin that may be proposed
/// @param providers empty for a society: its own is meant
public record ActivityFormPage(
        String title,
        String lead,
        String action,
        String back,
        String button,
        boolean isNew,
        boolean isBoard,
        String codeHint,
        int revision,
        Values values,
        boolean confirmed,
        List<Option> providers,
        List<Option> types,
        List<Option> oncePer,
        List<Option> creditsPer,
        List<Fault> faults,
        Changes.@Nullable Stale stale) {

    /// The values of the fields.
    public record Values(ActivityForm form) {
        public String of(String field) {
            return form.value(field);
        }
    }

    /// @param activity null when it is new
    /// @param provider the society; null for the board
    /// @param names of all providers
    /// @param faults what is wrong with it
    /// @param stale both versions; null unless it has changed since it was read
    record Known(
            @Nullable Activity activity,
            @Nullable Provider provider,
            Names names,
            List<Fault> faults,
            Changes.@Nullable Stale stale) {}

    static ActivityFormPage of(ActivityForm form, Known known) {
        Activity activity = known.activity();
        boolean board = known.provider() == null;
        boolean isNew = activity == null;
        String path = "/activities" + (isNew ? "" : "/" + activity.code());
        return new ActivityFormPage(
                isNew
                        ? (board ? "Add an activity" : "Propose an activity")
                        : "Change: " + activity.title(),
                lead(isNew, board),
                path + (isNew ? "/new" : "/edit"),
                path,
                isNew ? (board ? "Record it" : "Propose it") : "Record the change",
                isNew,
                board,
                hint(known.provider()),
                isNew ? 0 : activity.revision(),
                new Values(form),
                form.confirms(),
                board ? providers(form, known.names()) : List.of(),
                options(ActivityWords.TYPES, form.value("type"), Words::activityType),
                options(ActivityWords.ONCE_PER, form.value("oncePer"), Words::oncePer),
                options(
                        ActivityWords.CREDITS_PER,
                        form.value("creditsPer"),
                        ActivityWords::creditsPer),
                known.faults(),
                known.stale());
    }

    /// The fault of a field; null if it has none.
    public @Nullable String error(String field) {
        return Fault.at(faults, field);
    }

    private static String lead(boolean isNew, boolean board) {
        if (board) {
            return isNew
                    ? "It is found by everybody as soon as you approve it."
                    : "What was completed before is assessed again with the new description.";
        }
        return isNew
                ? "The board decides about it, and confirms its credits. Until then you can change it."
                : "You can change it until the board has approved it.";
    }

    private static String hint(@Nullable Provider provider) {
        String form = "Capital letters and digits, joined by hyphens; rosters name it by this.";
        if (provider == null) {
            return form;
        }
        String prefixes =
                provider.codePrefixes().isEmpty()
                        ? provider.code() + "-"
                        : provider.code()
                                + "- or "
                                + Formats.list(provider.codePrefixes()).replace(" and ", " or ");
        return form + " It begins with " + prefixes + ".";
    }

    private static List<Option> providers(ActivityForm form, Names names) {
        return names.providers().entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                .map(
                        one ->
                                new Option(
                                        one.getKey(),
                                        one.getValue(),
                                        one.getKey().equals(form.value("provider"))))
                .toList();
    }

    private static List<Option> options(
            List<String> all, String chosen, java.util.function.UnaryOperator<String> words) {
        return all.stream()
                .map(one -> new Option(one, words.apply(one), one.equals(chosen)))
                .toList();
    }
}
