package cme.portal.activity;

import cme.portal.catalog.Activity;
import cme.portal.page.Formats;
import cme.portal.page.Look;
import cme.portal.page.Names;
import cme.portal.page.Part;
import cme.portal.page.Words;
import cme.portal.picture.TimeBar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One activity: what it gives, what it is approved for, what became of it.
///
/// @param about such as `American Society of Plastic Surgeons · Course`
/// @param most what it gives at most
/// @param url the page of the provider; null where there is none
/// @param brings what it would bring the reader, or whom the board names; null where unknown
/// @param whatIf the what-if with this activity; null where it is nobody's
/// @param approvals null inside when it is approved for nothing
/// @param clerk the forms of the board; null for everybody else
/// @param edit where its description is changed; null for those who may not
public record ActivityPage(
        String code,
        String title,
        String about,
        Look look,
        String status,
        String most,
        @Nullable String url,
        Helps.@Nullable Bring brings,
        @Nullable String whatIf,
        @Nullable String retired,
        List<Fact> facts,
        @Nullable TimeBar picture,
        List<ApprovalRow> approvals,
        Part<List<Changes.Entry>> history,
        @Nullable String edit,
        @Nullable Clerk clerk,
        @Nullable Done done,
        List<Fault> faults,
        Changes.@Nullable Stale stale) {

    public record Fact(String label, String value) {}

    /// @param address where the clerk changes it
    public record ApprovalRow(
            Look look, String state, String purpose, String detail, String days, String address) {}

    /// The changes that the board may make.
    ///
    /// @param retire null when it is retired
    /// @param reinstate where a retirement is taken back; null when it is not retired
    public record Clerk(
            boolean isProposal,
            ApprovalFields approve,
            @Nullable RetirementFields retire,
            @Nullable String reinstate) {}

    public record RetirementFields(
            String action, int revision, String on, String reason, List<Fault> faults) {

        /// The fault of a field; null if it has none.
        public @Nullable String error(String field) {
            return Fault.at(faults, field);
        }
    }

    /// @param undo where it is taken back; null where it cannot be
    public record Done(String sentence, @Nullable String undo) {}

    /// A change that was tried and refused; the forms keep it.
    ///
    /// @param approval null when another form was sent
    /// @param retirement null when another form was sent
    /// @param seen the revision that the form began with, when the activity has changed since; else
    ///   null
    record Attempt(
            @Nullable ApprovalForm approval,
            @Nullable RetirementForm retirement,
            List<Fault> faults,
            @Nullable Integer seen) {
        static final Attempt NONE = new Attempt(null, null, List.of(), null);
    }

    /// @param isBoard whether the reader is the board
    /// @param provider the society that reads; null for everybody else
    /// @param diplomate for whom it is looked at; null for nobody
    record For(boolean isBoard, @Nullable String provider, @Nullable String diplomate) {}

    record Known(
            Activity activity,
            Part<List<Activity.Revision>> revisions,
            Names names,
            Optional<Helps> helps) {}

    static ActivityPage of(
            Known known,
            For reader,
            Attempt attempt,
            @Nullable Done done,
            LocalDate today,
            Formats formats) {
        Activity activity = known.activity();
        var changes = new Changes(known.names(), formats);
        Activity.Retirement retirement = activity.retirement();
        Integer seen = attempt.seen();
        return new ActivityPage(
                activity.code(),
                activity.title(),
                known.names().provider(activity.provider())
                        + " · "
                        + Words.activityType(activity.type()),
                ActivityWords.look(activity.status()),
                Words.activityStatus(activity.status()),
                ActivityWords.most(activity, formats),
                web(activity.url()),
                known.helps().map(one -> one.sentences().get(activity.code())).orElse(null),
                reader.diplomate() == null
                        ? null
                        : "/diplomates/"
                                + reader.diplomate()
                                + "/what-if?activity="
                                + activity.code(),
                retirement == null
                        ? null
                        : "The last day was "
                                + formats.date(retirement.on())
                                + ": "
                                + retirement.reason(),
                facts(activity, formats),
                picture(known, today, formats),
                rows(known, today, formats),
                known.revisions().map(changes::entries),
                edits(activity, reader) ? "/activities/" + activity.code() + "/edit" : null,
                reader.isBoard() ? clerk(known, attempt, today) : null,
                done,
                attempt.faults(),
                seen == null || !known.revisions().isHere()
                        ? null
                        : changes.since(seen, known.revisions().value()));
    }

    private static boolean edits(Activity activity, For reader) {
        return reader.isBoard()
                || activity.status().equals("PROPOSED")
                        && activity.provider().equals(reader.provider());
    }

    private static @Nullable String web(@Nullable String url) {
        return url != null && (url.startsWith("https://") || url.startsWith("http://"))
                ? url
                : null;
    }

    private static List<Fact> facts(Activity activity, Formats formats) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("How often", ActivityWords.oncePer(activity.oncePer())));
        String cap = ActivityWords.cap(activity, formats);
        if (cap != null) {
            facts.add(new Fact("Together", cap));
        }
        String offered = ActivityWords.offered(activity, formats);
        facts.add(new Fact("Offered", offered == null ? "at any time" : offered));
        if (activity.duration() != null) {
            facts.add(new Fact("Takes", ActivityWords.duration(activity.duration(), formats)));
        }
        facts.add(new Fact("Code in rosters", activity.code()));
        return List.copyOf(facts);
    }

    private static @Nullable TimeBar picture(Known known, LocalDate today, Formats formats) {
        List<Activity.Approval> approvals = known.activity().approvals();
        if (approvals.isEmpty()) {
            return null;
        }
        LocalDate from = today.minusYears(6).withDayOfYear(1);
        LocalDate to = today.plusYears(3).withMonth(12).withDayOfMonth(31);
        return TimeBar.of(
                "Approvals of " + known.activity().title(),
                from,
                to,
                today,
                approvals.stream()
                        .map(
                                one ->
                                        new TimeBar.Span(
                                                look(one, today),
                                                one.from(),
                                                one.until(),
                                                name(one, known.names()),
                                                ActivityWords.span(
                                                        one.from(), one.until(), formats)))
                        .toList());
    }

    private static List<ApprovalRow> rows(Known known, LocalDate today, Formats formats) {
        return known.activity().approvals().stream()
                .sorted(Comparator.comparing(Activity.Approval::from).reversed())
                .map(
                        one ->
                                new ApprovalRow(
                                        look(one, today),
                                        state(one, today),
                                        Words.purpose(one.purpose()),
                                        procedures(one, known.names()),
                                        ActivityWords.span(one.from(), one.until(), formats),
                                        ApprovalFields.action(known.activity()) + "/" + one.id()))
                .toList();
    }

    private static Look look(Activity.Approval one, LocalDate today) {
        if (one.from().isAfter(today)) {
            return Look.UPCOMING;
        }
        return one.until() != null && one.until().isBefore(today) ? Look.WAIVED : Look.MET;
    }

    private static String state(Activity.Approval one, LocalDate today) {
        return switch (look(one, today)) {
            case UPCOMING -> "Not yet";
            case WAIVED -> "Ended";
            default -> "Now";
        };
    }

    private static String name(Activity.Approval one, Names names) {
        String procedures = procedures(one, names);
        return Words.purpose(one.purpose()) + (procedures.isEmpty() ? "" : ": " + procedures);
    }

    private static String procedures(Activity.Approval one, Names names) {
        return Formats.list(one.procedures().stream().map(names::procedure).toList());
    }

    private static Clerk clerk(Known known, Attempt attempt, LocalDate today) {
        Activity activity = known.activity();
        ApprovalForm approval = attempt.approval();
        RetirementForm retirement = attempt.retirement();
        boolean retired = activity.retirement() != null;
        return new Clerk(
                activity.status().equals("PROPOSED"),
                ApprovalFields.of(
                        ApprovalFields.action(activity),
                        approval == null ? ApprovalForm.blank(activity, today) : approval,
                        activity.revision(),
                        known.names(),
                        approval == null ? List.of() : attempt.faults()),
                retired
                        ? null
                        : new RetirementFields(
                                "/activities/" + activity.code() + "/retirement",
                                activity.revision(),
                                retirement == null ? today.toString() : retirement.on(),
                                retirement == null ? "" : retirement.reason(),
                                retirement == null ? List.of() : attempt.faults()),
                retired
                        ? "/activities/%s/retirement/withdrawal?revision=%d"
                                .formatted(activity.code(), activity.revision())
                        : null);
    }
}
