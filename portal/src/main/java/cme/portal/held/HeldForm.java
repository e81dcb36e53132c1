package cme.portal.held;

import cme.portal.page.Typed;

import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/// The decision on a row as the clerk filled it in.
public class HeldForm {
    @RestForm @Nullable String diplomateId;
    @RestForm @Nullable String discardReason;

    /// `discard` when the preview was seen.
    @RestForm @Nullable String step;

    /// The reason by which rows are gone through.
    @RestForm @Nullable String filter;

    @Nullable String diplomateId() {
        return Typed.orNull(diplomateId);
    }

    String discardReason() {
        return Typed.text(discardReason);
    }

    boolean isPreview() {
        return !"discard".equals(step);
    }

    @Nullable String filter() {
        return Typed.orNull(filter);
    }
}
