package cme.compliance.ruleset;

/// One number of a rule set and its origin.
///
/// @param field the path of the number, such as `requirements.cme-total.credits`
/// @param value as the file has it
/// @param basis whether it is documented or was chosen here
/// @param source the document, or the reason for the choice
/// @param awaitsBoard whether it was chosen until the board says what holds
public record Figure(String field, String value, Basis basis, String source, boolean awaitsBoard) {

    public enum Basis {
        DOCUMENTED,
        CHOICE
    }
}
