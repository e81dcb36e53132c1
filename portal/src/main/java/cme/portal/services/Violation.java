package cme.portal.services;

/// One thing that is wrong with what was sent.
///
/// @param pointer JSON Pointer to the value, such as `/credits` or `/rows/3/npi`; of a query
///   parameter or a column `/` and its name
/// @param code stable, such as `credits.increment`
/// @param detail a sentence for a reader
public record Violation(String pointer, String code, String detail) {

    /// The last part of the pointer: the name of the field, or the index in a list.
    public String field() {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }
}
