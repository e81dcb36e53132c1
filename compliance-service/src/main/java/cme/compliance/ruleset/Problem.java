package cme.compliance.ruleset;

/// What is wrong in a rule-set file, and where.
///
/// @param line from 1
/// @param field such as `requirements[2].dueYears`
public record Problem(String file, int line, String field, String message) {

    @Override
    public String toString() {
        return "%s:%d: %s: %s".formatted(file, line, field, message);
    }
}
