package cme.portal.person;

import cme.portal.credit.Identity;

import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/// Who somebody is, as the clerk has filled it in.
public class PersonForm {
    @RestForm @Nullable String version;
    @RestForm @Nullable String givenName;
    @RestForm @Nullable String familyName;
    @RestForm @Nullable String npi;
    @RestForm @Nullable String birthMonthDay;

    /// Why this is nobody else, although it looks so; empty unless the clerk insists.
    @RestForm @Nullable String insistence;

    Identity.Request request() {
        return new Identity.Request(
                orNull(npi), orNull(givenName), text(familyName), orNull(birthMonthDay));
    }

    @Nullable String insisting() {
        return orNull(insistence);
    }

    static @Nullable String orNull(@Nullable String value) {
        return text(value).isEmpty() ? null : text(value);
    }

    static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
