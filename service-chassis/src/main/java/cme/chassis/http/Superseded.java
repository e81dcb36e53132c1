package cme.chassis.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// An operation that another one has replaced, and that will end. Each of its answers says so, and
/// so does its description (`docs/evolution.md`).
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Superseded {

    /// The day from which on clients should use the other one, such as `2027-01-01`.
    String since();

    /// The day on which it ends.
    String end();

    /// The path of the operation that replaces it.
    String by();
}
