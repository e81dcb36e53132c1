package cme.compliance.rules;

import cme.compliance.rules.Activity.Approval;
import cme.compliance.rules.Activity.Cap;
import cme.compliance.rules.Activity.CreditsPer;
import cme.compliance.rules.Activity.OncePer;
import cme.compliance.rules.Activity.Purpose;
import cme.compliance.rules.Activity.Status;
import cme.compliance.rules.Activity.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An activity of the catalog for a test: a course with 9 confirmed credits without patient safety,
/// which counts on each date and is always offered, until something else is said.
final class Offer {

    private final String code;
    private final List<Approval> approvals = new ArrayList<>();
    private Type type = Type.COURSE;
    private Status status = Status.APPROVED;
    private OncePer oncePer = OncePer.DATE;
    private CreditsPer creditsPer = CreditsPer.COMPLETION;
    private @Nullable Cap cap;
    private @Nullable Credits credits = Credits.of("9");
    private @Nullable Credits patientSafety = Credits.ZERO;
    private boolean confirmed = true;
    private @Nullable LocalDate from;
    private @Nullable LocalDate until;

    private Offer(String code) {
        this.code = code;
    }

    static Offer of(String code) {
        return new Offer(code);
    }

    Offer type(Type type) {
        this.type = type;
        return this;
    }

    Offer status(Status status) {
        this.status = status;
        return this;
    }

    Offer oncePer(OncePer oncePer) {
        this.oncePer = oncePer;
        return this;
    }

    Offer creditsPer(CreditsPer creditsPer) {
        this.creditsPer = creditsPer;
        return this;
    }

    Offer cap(Cap cap) {
        this.cap = cap;
        return this;
    }

    Offer credits(@Nullable String credits, @Nullable String patientSafety) {
        this.credits = credits == null ? null : Credits.of(credits);
        this.patientSafety = patientSafety == null ? null : Credits.of(patientSafety);
        return this;
    }

    /// As on the board's list: it names no credits.
    Offer withoutCredits() {
        return credits(null, null).notConfirmed();
    }

    Offer notConfirmed() {
        confirmed = false;
        return this;
    }

    Offer offered(@Nullable String from, @Nullable String until) {
        this.from = from == null ? null : LocalDate.parse(from);
        this.until = until == null ? null : LocalDate.parse(until);
        return this;
    }

    Offer approved(Purpose purpose, String from, @Nullable String until) {
        approvals.add(
                new Approval(
                        purpose,
                        purpose == Purpose.TRACER ? Set.of(Diplomates.AUGMENTATION) : Set.of(),
                        LocalDate.parse(from),
                        until == null ? null : LocalDate.parse(until)));
        return this;
    }

    Offer approved(Purpose purpose) {
        return approved(purpose, "2020-01-01", null);
    }

    Activity activity() {
        return new Activity(
                new Activity.Code(code),
                List.of(
                        new Activity.Revision(
                                1,
                                "Title of " + code,
                                "ASPS",
                                type,
                                credits,
                                patientSafety,
                                confirmed,
                                oncePer,
                                creditsPer,
                                cap,
                                from,
                                until,
                                status,
                                approvals,
                                Instant.MIN)));
    }
}
