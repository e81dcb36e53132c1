package cme.chassis.problem;

/// One violation of the contract by a request.
///
/// @param pointer JSON Pointer (RFC 6901) into the request, for example `/rows/3/credits`; a query
///   parameter or CSV column is named like a property of the top level
/// @param code stable and machine readable, for example `credits.increment`
/// @param detail a sentence for a person; never repeats personal data
public record Violation(String pointer, String code, String detail) {

    /// The same violation inside a larger document: `/credits` becomes `/rows/3/credits`.
    public Violation under(String prefix) {
        return new Violation(prefix + pointer, code, detail);
    }
}
