package cme.stack.demo;

import java.time.LocalDate;

/// A row of a roster, as a society posts it.
///
/// @param diplomateId may be empty, as may `npi`, `birthMonthDay`, `session` and
///   `patientSafetyCredits`
/// @param subject an activity, or a title that has a space
record NotableRow(
        String externalId,
        String diplomateId,
        String npi,
        String familyName,
        String birthMonthDay,
        String subject,
        String completedOn,
        String session,
        String credits,
        String patientSafetyCredits) {

    private static final String HEADER =
            "externalId,diplomateId,npi,familyName,birthMonthDay,activity,title,completedOn,session,"
                    + "credits,patientSafetyCredits\n";

    static NotableRow of(
            String externalId, Notable who, String subject, LocalDate on, String credits) {
        return new NotableRow(
                externalId,
                who.number(),
                who.npi(),
                who.familyName(),
                who.birthMonthDay(),
                subject,
                on.toString(),
                "",
                credits,
                "");
    }

    /// A row whose name of the sender follows from what it says.
    static NotableRow of(Notable who, String subject, LocalDate on, String credits) {
        var what = subject.length() > 40 ? subject.substring(0, 40) : subject;
        var externalId = "%s-%s-%s".formatted(who.number(), on, what.replace(' ', '-'));
        return of(externalId, who, subject, on, credits);
    }

    NotableRow safety(String part) {
        return with(session, credits, part);
    }

    NotableRow session(String name) {
        return with(name, credits, patientSafetyCredits);
    }

    NotableRow credits(String others) {
        return with(session, others, patientSafetyCredits);
    }

    /// The same about somebody who is described otherwise, without a day of birth.
    NotableRow person(String number, String otherNpi, String name) {
        return new NotableRow(
                externalId,
                number,
                otherNpi,
                name,
                "",
                subject,
                completedOn,
                session,
                credits,
                patientSafetyCredits);
    }

    private NotableRow with(String part, String amount, String safety) {
        return new NotableRow(
                externalId,
                diplomateId,
                npi,
                familyName,
                birthMonthDay,
                subject,
                completedOn,
                part,
                amount,
                safety);
    }

    static String csv(Iterable<NotableRow> rows) {
        var csv = new StringBuilder(HEADER);
        rows.forEach(row -> csv.append(row.line()));
        return csv.toString();
    }

    private String line() {
        boolean isTitle = subject.indexOf(' ') > 0;
        return String.join(
                        ",",
                        externalId,
                        diplomateId,
                        npi,
                        familyName,
                        birthMonthDay,
                        isTitle ? "" : subject,
                        isTitle ? subject : "",
                        completedOn,
                        session,
                        credits,
                        patientSafetyCredits)
                + "\n";
    }
}
