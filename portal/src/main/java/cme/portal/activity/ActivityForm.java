package cme.portal.activity;

import cme.portal.catalog.Activity;
import jakarta.ws.rs.FormParam;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The form of an activity as somebody filled it in.
public class ActivityForm {
    private static final int LONGEST_TITLE = 300;

    @FormParam("code")
    @Nullable String code;

    @FormParam("title")
    @Nullable String title;

    @FormParam("provider")
    @Nullable String provider;

    @FormParam("type")
    @Nullable String type;

    @FormParam("url")
    @Nullable String url;

    @FormParam("credits")
    @Nullable String credits;

    @FormParam("patientSafetyCredits")
    @Nullable String patientSafetyCredits;

    /// Sent by the board's form only.
    @FormParam("creditsConfirmed")
    @Nullable String creditsConfirmed;

    @FormParam("oncePer")
    @Nullable String oncePer;

    @FormParam("creditsPer")
    @Nullable String creditsPer;

    @FormParam("capGroup")
    @Nullable String capGroup;

    @FormParam("capCredits")
    @Nullable String capCredits;

    @FormParam("offeredFrom")
    @Nullable String offeredFrom;

    @FormParam("offeredUntil")
    @Nullable String offeredUntil;

    @FormParam("minutes")
    @Nullable String minutes;

    @FormParam("reason")
    @Nullable String reason;

    /// The revision that was seen; 0 for a new activity.
    @FormParam("revision")
    int revision;

    static ActivityForm blank(@Nullable String provider) {
        var form = new ActivityForm();
        form.provider = provider;
        form.creditsPer = "COMPLETION";
        return form;
    }

    static ActivityForm of(Activity activity) {
        var form = new ActivityForm();
        form.code = activity.code();
        form.title = activity.title();
        form.provider = activity.provider();
        form.type = activity.type();
        form.url = activity.url();
        form.credits = number(activity.credits());
        form.patientSafetyCredits = number(activity.patientSafetyCredits());
        form.creditsConfirmed = activity.creditsConfirmed() ? "on" : null;
        form.oncePer = activity.oncePer();
        form.creditsPer = activity.creditsPer();
        Activity.Cap cap = activity.cap();
        form.capGroup = cap == null ? null : cap.group();
        form.capCredits = cap == null ? null : number(cap.credits());
        form.offeredFrom = day(activity.offeredFrom());
        form.offeredUntil = day(activity.offeredUntil());
        form.minutes = minutes(activity.duration());
        form.revision = activity.revision();
        return form;
    }

    /// The text of a field.
    String value(String field) {
        String typed =
                switch (field) {
                    case "code" -> code == null ? null : code.strip().toUpperCase(Locale.ROOT);
                    case "title" -> title;
                    case "provider" -> provider;
                    case "type" -> type;
                    case "url" -> url;
                    case "credits" -> credits;
                    case "patientSafetyCredits" -> patientSafetyCredits;
                    case "oncePer" -> oncePer;
                    case "creditsPer" -> creditsPer;
                    case "capGroup" -> capGroup;
                    case "capCredits" -> capCredits;
                    case "offeredFrom" -> offeredFrom;
                    case "offeredUntil" -> offeredUntil;
                    case "minutes" -> minutes;
                    case "reason" -> reason;
                    default -> throw new IllegalArgumentException(field);
                };
        return typed == null ? "" : typed.strip();
    }

    boolean confirms() {
        return creditsConfirmed != null;
    }

    /// Every fault that the form itself can see, all at once.
    List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        if (value("code").isEmpty()) {
            faults.add(new Fault("code", "Give it a code; rosters name it by the code."));
        }
        if (value("title").isEmpty()) {
            faults.add(new Fault("title", "Give it a title."));
        } else if (value("title").length() > LONGEST_TITLE) {
            faults.add(new Fault("title", "A title has at most 300 characters."));
        }
        if (value("provider").isEmpty()) {
            faults.add(new Fault("provider", "Say who gives it."));
        }
        if (value("type").isEmpty()) {
            faults.add(new Fault("type", "Say what kind of activity it is."));
        }
        for (String field : List.of("credits", "patientSafetyCredits", "capCredits")) {
            if (!value(field).isEmpty() && decimal(field) == null) {
                faults.add(new Fault(field, "Write a number, such as 1.25."));
            }
        }
        if (value("capGroup").isEmpty() != value("capCredits").isEmpty()) {
            faults.add(
                    new Fault(
                            value("capGroup").isEmpty() ? "capGroup" : "capCredits",
                            "A maximum needs both its group and its credits."));
        }
        for (String field : List.of("offeredFrom", "offeredUntil")) {
            if (!value(field).isEmpty() && ApprovalForm.day(value(field)) == null) {
                faults.add(new Fault(field, "This is no day; leave it empty if there is none."));
            }
        }
        if (!value("minutes").isEmpty() && !value("minutes").matches("[1-9][0-9]{0,4}")) {
            faults.add(new Fault("minutes", "Write whole minutes, such as 90."));
        }
        return faults;
    }

    /// @param board whether the board sends it: only the board says whether credits are confirmed
    Activity.Request request(boolean board) {
        BigDecimal capAmount = decimal("capCredits");
        return new Activity.Request(
                value("title"),
                value("provider"),
                value("type"),
                orNull("url"),
                decimal("credits"),
                decimal("patientSafetyCredits"),
                board ? confirms() && decimal("credits") != null : null,
                orNull("oncePer"),
                orNull("creditsPer"),
                capAmount == null ? null : new Activity.Cap(value("capGroup"), capAmount),
                ApprovalForm.day(value("offeredFrom")),
                ApprovalForm.day(value("offeredUntil")),
                value("minutes").isEmpty()
                        ? null
                        : Duration.ofMinutes(Long.parseLong(value("minutes"))).toString(),
                orNull("reason"));
    }

    private @Nullable String orNull(String field) {
        String value = value(field);
        return value.isEmpty() ? null : value;
    }

    private @Nullable BigDecimal decimal(String field) {
        String text = value(field);
        return text.matches("[0-9]{1,6}(\\.[0-9]{1,4})?") ? new BigDecimal(text) : null;
    }

    private static @Nullable String number(@Nullable BigDecimal number) {
        return number == null ? null : number.stripTrailingZeros().toPlainString();
    }

    private static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static @Nullable String minutes(@Nullable String iso) {
        try {
            return iso == null ? null : String.valueOf(Duration.parse(iso).toMinutes());
        } catch (DateTimeParseException _) {
            return null;
        }
    }
}
