package cme.portal.activity;

import cme.portal.page.Formats;
import cme.portal.page.Sentences;
import cme.portal.services.ServiceProblem;
import cme.portal.services.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing that is wrong with a form.
///
/// @param field the id of its input; null where it is about the whole
public record Fault(@Nullable String field, String sentence) {

    /// The faults that a service found, each at its field.
    static List<Fault> of(ServiceProblem problem, Formats formats) {
        return problem.errors().isEmpty()
                ? List.of(new Fault(null, Sentences.of(problem.detail(), formats)))
                : problem.errors().stream().map(one -> of(one, formats)).toList();
    }

    private static Fault of(Violation violation, Formats formats) {
        String field =
                switch (violation.pointer()) {
                    case "/cap", "/cap/group" -> "capGroup";
                    case "/cap/credits" -> "capCredits";
                    case "/duration" -> "minutes";
                    default -> violation.pointer().substring(1).split("/")[0];
                };
        return new Fault(field.isEmpty() ? null : field, Sentences.of(violation.detail(), formats));
    }

    /// The sentences about a field; null if there are none.
    static @Nullable String at(List<Fault> faults, String field) {
        String sentences =
                String.join(
                        " ",
                        faults.stream()
                                .filter(fault -> field.equals(fault.field()))
                                .map(Fault::sentence)
                                .toList());
        return sentences.isEmpty() ? null : sentences;
    }
}
