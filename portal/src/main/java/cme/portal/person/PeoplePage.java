package cme.portal.person;

import cme.portal.credit.Identity;
import cme.portal.credit.PersonName;
import cme.portal.page.Query;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The people whom a search of the register has found.
///
/// @param sentence how many, or what to type; null while nothing was asked
public record PeoplePage(
        String q, @Nullable String sentence, List<Row> rows, @Nullable String next) {

    public record Row(String diplomateId, String name, String npi, String remark) {}

    static PeoplePage of(String q, List<Identity> found, @Nullable String nextCursor) {
        return new PeoplePage(
                q,
                q.isEmpty()
                        ? null
                        : found.isEmpty()
                                ? "Nobody fits “" + q + "”."
                                : nextCursor == null ? null : "There are more than these.",
                found.stream().map(PeoplePage::row).toList(),
                nextCursor == null
                        ? null
                        : Query.of("/people").with("q", q).with("cursor", nextCursor).toString());
    }

    private static Row row(Identity one) {
        return new Row(
                one.diplomateId(),
                name(one),
                Optional.ofNullable(one.npi()).orElse("–"),
                one.mergedInto() == null ? "" : "merged into " + one.mergedInto());
    }

    /// As a list has it: the family name first.
    static String name(Identity one) {
        String name = PersonName.listed(one.givenName(), one.familyName());
        return name.isEmpty() ? "erased" : name;
    }
}
