package cme.catalog.reference;

import cme.chassis.http.ETag;

/// The outcome of a put.
///
/// @param <V> the view of the resource
public sealed interface PutOutcome<V> {

    record Created<V>(V view, ETag tag) implements PutOutcome<V> {}

    /// It was changed, or it said the same already.
    record Kept<V>(V view, ETag tag) implements PutOutcome<V> {}

    /// The caller has not seen the current version.
    record Stale<V>(ETag current) implements PutOutcome<V> {}
}
