package cme.compliance.ruleset;

/// Where one number of a rule set comes from.
///
/// @param field its place in the rule set, such as `requirements.cme-total.credits`
/// @param value as written
/// @param basis whether somebody documented it or we chose it
/// @param source who says so, or why it was chosen
public record Figure(String field, String value, Basis basis, String source) {

    public enum Basis {
        DOCUMENTED,
        CHOICE
    }
}
