package cme.compliance.ruleset;

/// One error in a rule-set file.
///
/// @param line from 1
/// @param field such as `requirements[2].dueYears`
record FileError(String file, int line, String field, String message) {

    @Override
    public String toString() {
        return "%s:%d: %s: %s".formatted(file, line, field, message);
    }
}
