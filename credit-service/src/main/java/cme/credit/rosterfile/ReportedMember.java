package cme.credit.rosterfile;

import cme.chassis.problem.Violation;
import cme.credit.matching.FamilyName;
import cme.credit.matching.NameFolding;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The member of an Activity Report: the numbers, the names and the day of birth.
///
/// The `UniqueID` whose domain ends in `diplomate` or `abps` is the number of the diplomate, the
/// one whose domain ends in `npi` is the NPI. Every name that is sent is tried for itself: a second
/// family name, a former name, an alias.
final class ReportedMember {
    private static final Pattern BIRTH_DATE = Pattern.compile("[0-9]{4}-([0-9]{2}-[0-9]{2}).*");
    private static final Pattern NO_LAST_PART = Pattern.compile(".*[:/#.]");

    private static final int MAX_NAMES = 4;
    private static final int MAX_DOMAINS = 10;

    private final Map<String, String> fields = new HashMap<>();
    private final Set<String> names = new LinkedHashSet<>();
    private final Set<String> unknownDomains = new TreeSet<>();
    private final PassedOver passedOver;

    private @Nullable String otherBoard;
    private boolean contradicts;

    ReportedMember(PassedOver passedOver) {
        this.passedOver = passedOver;
    }

    void clear() {
        fields.clear();
        names.clear();
        unknownDomains.clear();
        otherBoard = null;
        contradicts = false;
    }

    /// @param domain in small letters; empty when the number has none
    void addNumber(String domain, String value) {
        String last = NO_LAST_PART.matcher(domain).replaceFirst("");
        if (domain.endsWith("npi")) {
            add("npi", value);
        } else if (domain.endsWith("diplomate") || MocBoard.isOurs(last)) {
            add("diplomateId", value);
        } else if (MocBoard.isOther(last)) {
            otherBoard = last.toUpperCase(Locale.ROOT);
        } else if (unknownDomains.size() < MAX_DOMAINS) {
            unknownDomains.add(domain.isEmpty() ? "(none)" : domain);
        }
    }

    private void add(String field, String value) {
        String before = value.isEmpty() ? null : fields.put(field, value);
        contradicts |= before != null && !before.equals(value);
    }

    /// A name that has no room beside the earlier ones is left out, and never costs the credit.
    void addFamilyName(String value) {
        int length = names.stream().mapToInt(name -> name.length() + FamilyName.OR.length()).sum();
        boolean fits =
                names.isEmpty()
                        || names.size() < MAX_NAMES
                                && length + value.length() <= NameFolding.MAX_LENGTH;
        if (!value.isEmpty() && fits) {
            names.add(value);
        }
    }

    void addBirthDate(String value) {
        Matcher date = BIRTH_DATE.matcher(value);
        fields.put("birthMonthDay", date.matches() ? date.group(1) : value);
    }

    /// The fields of a completion that say whose it is.
    Map<String, String> fields() {
        unknownDomains.forEach(domain -> passedOver.add(PassedOver.Kind.DOMAIN, domain));
        Map<String, String> read = new HashMap<>(fields);
        read.put("familyName", String.join(FamilyName.OR, names));
        return read;
    }

    /// The number by which the member is named, if there is one.
    @Nullable String number() {
        return fields.getOrDefault("diplomateId", fields.get("npi"));
    }

    /// The reason why nothing can be recorded of this member; null when there is none.
    @Nullable Violation violation() {
        if (contradicts) {
            return new Violation(
                    "",
                    "unique-id.repeated",
                    "Two UniqueIDs of one domain have different numbers.");
        }
        if (number() != null) {
            return null;
        }
        if (otherBoard != null) {
            return MocBoard.another(otherBoard);
        }
        return unknownDomains.isEmpty()
                ? null
                : new Violation(
                        "",
                        "unique-id.domain",
                        "No domain of a UniqueID is understood; one ends in \"diplomate\", \"abps\" or \"npi\", not %s."
                                .formatted(String.join(", ", unknownDomains)));
    }
}
