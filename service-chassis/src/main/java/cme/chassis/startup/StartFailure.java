package cme.chassis.startup;

import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValidationException;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Explains to operators why a service did not start.
final class StartFailure {

    /// The message of SmallRye Config for a value that cannot be read.
    private static final Pattern UNREADABLE =
            Pattern.compile(
                    ".*The config property (\\S+) with the config value \"(.*)\" threw an Exception"
                            + " whilst being converted (?:SRCFG\\d+: )?(.*)");

    private StartFailure() {}

    /// Returns one sentence for each reason; none when neither a setting nor another system caused
    /// the failure.
    static List<String> reasons(Throwable failure) {
        var reasons = new ArrayList<String>();
        Throwable at = failure;
        for (int depth = 0; at != null && depth < 20; depth++, at = at.getCause()) {
            switch (at) {
                case ConfigValidationException invalid -> addProblems(invalid, reasons);
                case ConfigurationException wrong -> reasons.add(oneLine(wrong));
                case QuarkusBindException bind ->
                        reasons.add("port %d is in use.".formatted(bind.getPort()));
                case SQLException sql -> reasons.add("the database refuses: " + oneLine(sql));
                default -> {}
            }
            if (!reasons.isEmpty()) {
                break;
            }
        }
        return reasons;
    }

    private static void addProblems(ConfigValidationException invalid, List<String> reasons) {
        for (int problem = 0; problem < invalid.getProblemCount(); problem++) {
            reasons.add(asVariable(invalid.getProblem(problem).getMessage()));
        }
    }

    private static String asVariable(String problem) {
        Matcher unreadable = UNREADABLE.matcher(problem);
        return unreadable.matches()
                ? "%s cannot be \"%s\": %s."
                        .formatted(
                                RequiredSettings.variable(unreadable.group(1)),
                                unreadable.group(2),
                                unreadable.group(3))
                : problem;
    }

    private static String oneLine(Exception failure) {
        return String.valueOf(failure.getMessage()).replaceAll("\\s+", " ");
    }
}
