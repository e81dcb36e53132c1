package cme.portal.services;

import org.jboss.resteasy.reactive.RestResponse;

/// An answer with the version that a change of it has to name.
///
/// @param tag the `ETag`, to be sent as `If-Match`; empty if the answer has none
public record Versioned<T>(T value, String tag) {

    public static <T> Versioned<T> of(RestResponse<T> answer) {
        String tag = answer.getHeaderString("ETag");
        return new Versioned<>(answer.getEntity(), tag == null ? "" : tag);
    }

    /// The tag of a revision of what is read in lists only: decisions, pathways, calendar feeds.
    public static String tag(int revision) {
        return "\"" + revision + "\"";
    }
}
