package cme.portal.activity;

import cme.portal.catalog.Activity;
import cme.portal.page.Names;
import cme.portal.page.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The fields of an approval as the page shows them, with what is wrong.
///
/// @param action where the form posts
/// @param procedures every tracer procedure, by name
public record ApprovalFields(
        String action,
        int revision,
        List<Option> purposes,
        List<Option> procedures,
        String from,
        String until,
        String reason,
        List<Fault> faults) {

    public record Option(String value, String label, boolean chosen) {}

    static ApprovalFields of(
            String action, ApprovalForm form, int revision, Names names, List<Fault> faults) {
        return new ApprovalFields(
                action,
                revision,
                ActivityWords.PURPOSES.stream()
                        .map(one -> new Option(one, Words.purpose(one), one.equals(form.purpose())))
                        .toList(),
                names.procedures().entrySet().stream()
                        .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                        .map(
                                one ->
                                        new Option(
                                                one.getKey(),
                                                one.getValue(),
                                                form.procedures().contains(one.getKey())))
                        .toList(),
                form.from(),
                form.until(),
                form.reason(),
                faults);
    }

    /// The fault of a field; null if it has none.
    public @Nullable String error(String field) {
        return Fault.at(faults, field);
    }

    static String action(Activity activity) {
        return "/activities/" + activity.code() + "/approvals";
    }
}
