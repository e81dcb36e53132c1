package cme.portal.whatif;

import cme.portal.catalog.Activity;
import cme.portal.compliance.WhatIf;
import cme.portal.page.Formats;
import cme.portal.page.Sentences;
import cme.portal.services.ServiceProblem;
import cme.portal.services.Violation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The rows as the form shows them: what was left open is filled from the catalog, and what cannot
/// be asked is said at its field.
///
/// @param request null inside while a row has an error
record Draft(List<Row> rows, List<Fault> faults, WhatIf.@Nullable Request request) {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}([.,]\\d{1,6})?");
    private static final Pattern OF_A_ROW = Pattern.compile("/completions/(\\d+)/(\\w+)");

    /// @param index its place, which is a part of the names of its fields
    /// @param code of the catalog; empty for what is not in it
    /// @param remove the address without this row
    record Row(
            int index,
            String code,
            String title,
            String name,
            @Nullable String facts,
            String on,
            String credits,
            String safety,
            String remove,
            Errors errors) {

        /// Id of the field of the day.
        public String onField() {
            return "on-" + index;
        }

        /// Id of the field of the credits.
        public String creditsField() {
            return "credits-" + index;
        }

        /// Id of the field of the patient-safety credits.
        public String safetyField() {
            return "safety-" + index;
        }
    }

    /// Sentences at the fields of a row; null where nothing is wrong.
    record Errors(
            @Nullable String row,
            @Nullable String on,
            @Nullable String credits,
            @Nullable String safety) {
        static final Errors NONE = new Errors(null, null, null, null);

        Errors with(String field, String sentence) {
            return switch (field) {
                case "on" -> new Errors(row, sentence, credits, safety);
                case "credits" -> new Errors(row, on, sentence, safety);
                case "safety" -> new Errors(row, on, credits, sentence);
                default -> new Errors(sentence, on, credits, safety);
            };
        }
    }

    /// @param field id of the field; null where none is to blame
    record Fault(@Nullable String field, String sentence) {}

    /// @param known the activities of the catalog that rows name, as far as it knows them
    static Draft of(Question question, Map<String, Activity> known, LocalDate today) {
        List<Row> rows = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        List<WhatIf.Completion> completions = new ArrayList<>();
        for (int i = 0; i < question.rows().size(); i++) {
            var reading = new RowReading(question, i, known.get(question.rows().get(i).activity()));
            rows.add(reading.row(today));
            faults.addAll(reading.faults());
            completions.add(reading.completion());
        }
        Integer year = question.tracerYear();
        List<WhatIf.Tracer> tracers =
                year == null
                        ? List.of()
                        : List.of(new WhatIf.Tracer(year, question.procedure(), null));
        return new Draft(
                rows, faults, faults.isEmpty() ? new WhatIf.Request(completions, tracers) : null);
    }

    /// The same with what the service refuses.
    Draft refused(ServiceProblem problem, Formats formats) {
        List<Row> marked = new ArrayList<>(rows);
        List<Fault> all = new ArrayList<>();
        for (Violation violation : problem.errors()) {
            String sentence = Sentences.of(violation.detail(), formats);
            Matcher place = OF_A_ROW.matcher(violation.pointer());
            if (place.matches() && Integer.parseInt(place.group(1)) < marked.size()) {
                int index = Integer.parseInt(place.group(1));
                String field = field(place.group(2));
                Row row = marked.get(index);
                marked.set(index, with(row, row.errors().with(field, sentence)));
                all.add(new Fault(field + "-" + index, sentence));
            } else {
                boolean tracer = violation.pointer().startsWith("/tracers");
                all.add(new Fault(tracer ? "procedure" : null, sentence));
            }
        }
        return new Draft(
                marked,
                all.isEmpty()
                        ? List.of(new Fault(null, Sentences.of(problem.detail(), formats)))
                        : all,
                null);
    }

    private static String field(String ofService) {
        return switch (ofService) {
            case "completedOn" -> "on";
            case "credits" -> "credits";
            case "patientSafetyCredits" -> "safety";
            default -> "row";
        };
    }

    private static Row with(Row row, Errors errors) {
        return new Row(
                row.index(),
                row.code(),
                row.title(),
                row.name(),
                row.facts(),
                row.on(),
                row.credits(),
                row.safety(),
                row.remove(),
                errors);
    }

    /// Reads one row.
    private static final class RowReading {
        private final Question question;
        private final int index;
        private final Question.Row typed;
        private final @Nullable Activity activity;
        private final List<Fault> faults = new ArrayList<>();
        private Errors errors = Errors.NONE;
        private @Nullable LocalDate on;
        private @Nullable BigDecimal credits;
        private @Nullable BigDecimal safety;

        RowReading(Question question, int index, @Nullable Activity activity) {
            this.question = question;
            this.index = index;
            this.typed = question.rows().get(index);
            this.activity = activity;
        }

        Row row(LocalDate today) {
            on = day(today);
            credits = number("credits", typed.credits());
            safety = number("safety", typed.safety());
            if (activity != null && typed.credits().isEmpty()) {
                credits = activity.credits();
            }
            if (activity != null && typed.safety().isEmpty() && credits != null) {
                BigDecimal most = activity.patientSafetyCredits();
                safety = most == null ? null : most.min(credits);
            }
            if (credits == null && errors.credits() == null) {
                fault(
                        "credits",
                        activity == null
                                ? "Say how many credits it gives."
                                : "The catalog does not say how many. Type them.");
            }
            return new Row(
                    index,
                    typed.activity(),
                    typed.title(),
                    name(),
                    activity == null ? null : activity.provider(),
                    on == null ? typed.on() : on.toString(),
                    text(credits, typed.credits()),
                    text(safety, typed.safety()),
                    question.without(index).address(),
                    errors);
        }

        private String name() {
            if (activity != null) {
                return activity.title();
            }
            return typed.title().isEmpty() ? typed.activity() : typed.title();
        }

        WhatIf.@Nullable Completion completion() {
            return on == null || credits == null
                    ? null
                    : new WhatIf.Completion(
                            typed.activity().isEmpty() ? null : typed.activity(),
                            typed.activity().isEmpty() ? typed.title() : null,
                            null,
                            on,
                            credits,
                            safety);
        }

        List<Fault> faults() {
            return faults;
        }

        private @Nullable LocalDate day(LocalDate today) {
            if (typed.on().isEmpty()) {
                return today;
            }
            try {
                return LocalDate.parse(typed.on());
            } catch (DateTimeParseException _) {
                fault("on", "Choose a day.");
                return null;
            }
        }

        private @Nullable BigDecimal number(String field, String text) {
            if (text.isEmpty()) {
                return null;
            }
            if (!NUMBER.matcher(text).matches()) {
                fault(field, "Write a number, such as 2.5.");
                return null;
            }
            return new BigDecimal(text.replace(',', '.'));
        }

        private void fault(String field, String sentence) {
            errors = errors.with(field, sentence);
            faults.add(new Fault(field + "-" + index, sentence));
        }

        private static String text(@Nullable BigDecimal number, String typed) {
            return number == null
                    ? typed
                    : number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
    }
}
