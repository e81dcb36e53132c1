package cme.catalog.register;

import cme.catalog.activity.ActivityType;
import cme.catalog.activity.Cap;
import cme.catalog.activity.Credits;
import cme.catalog.activity.Draft;
import cme.catalog.activity.Flaw;
import cme.catalog.activity.OncePer;
import cme.catalog.activity.ProviderCode;
import cme.chassis.json.Fields;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the fields of a description, and reports what is wrong with each.
public final class DescriptionFields {

    public static final int MAX_TITLE = 300;
    public static final int MAX_CODE = 100;
    private static final int MAX_URL = 2_000;

    private DescriptionFields() {}

    /// The names that are read, without the cap, which a table spells differently.
    public static Draft read(Fields fields, @Nullable Cap cap) {
        return new Draft(
                fields.text("title", MAX_TITLE),
                provider(fields, "provider"),
                fields.oneOf("type", ActivityType.class),
                url(fields, "url"),
                credits(fields, "credits"),
                credits(fields, "patientSafetyCredits"),
                fields.flag("creditsConfirmed"),
                fields.oneOf("oncePer", OncePer.class),
                cap,
                fields.date("offeredFrom"),
                fields.date("offeredUntil"));
    }

    /// A cap of the given fields; null when both are missing or one is wrong.
    public static @Nullable Cap cap(Fields fields, String groupField, String creditsField) {
        var group = fields.text(groupField, MAX_CODE);
        var credits = credits(fields, creditsField);
        if (group != null) {
            fields.required(creditsField, credits);
        }
        if (credits != null) {
            fields.required(groupField, group);
        }
        if (group == null || credits == null) {
            return null;
        }
        if (!Cap.isGroup(group)) {
            fields.violation(groupField, "cap.group", Cap.FORM);
            return null;
        }
        if (credits.isZero()) {
            fields.violation(creditsField, "credits.range", "A cap is more than zero.");
            return null;
        }
        return new Cap(group, credits);
    }

    public static @Nullable ProviderCode provider(Fields fields, String name) {
        var code = fields.text(name, MAX_CODE);
        if (code != null && !ProviderCode.isCode(code)) {
            fields.violation(name, "provider.form", ProviderCode.FORM);
            return null;
        }
        return code == null ? null : new ProviderCode(code);
    }

    public static @Nullable String url(Fields fields, String name) {
        var text = fields.text(name, MAX_URL);
        if (text != null && !isWebAddress(text)) {
            fields.violation(name, "url.form", "An address that begins with https:// or http://.");
            return null;
        }
        return text;
    }

    public static @Nullable Credits credits(Fields fields, String name) {
        var amount = fields.decimal(name);
        if (amount == null) {
            return null;
        }
        var flaw = Credits.flawIn(name, amount);
        if (flaw.isPresent()) {
            report(fields, List.of(flaw.get()));
            return null;
        }
        return Credits.of(amount);
    }

    /// Adds the flaws to what is wrong; of a field that was refused already it is not also said
    /// that it is missing.
    public static void report(Fields fields, List<Flaw> flaws) {
        for (var flaw : flaws) {
            if (flaw.code().equals("required")) {
                fields.required(flaw.field(), null);
            } else {
                fields.violation(flaw.field(), flaw.code(), flaw.detail());
            }
        }
    }

    private static boolean isWebAddress(String text) {
        try {
            var uri = new URI(text);
            return uri.getHost() != null
                    && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
