package cme.portal.person;

import cme.portal.credit.Identity;
import cme.portal.page.Typed;

import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/// The form of an identity as the clerk filled it in.
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
                Typed.orNull(npi),
                Typed.orNull(givenName),
                Typed.text(familyName),
                Typed.orNull(birthMonthDay));
    }

    @Nullable String insisting() {
        return Typed.orNull(insistence);
    }
}
