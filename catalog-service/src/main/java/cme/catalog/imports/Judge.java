package cme.catalog.imports;

import cme.catalog.activity.Activity;
import cme.catalog.activity.ActivityCode;
import cme.catalog.activity.Approval;
import cme.catalog.activity.Draft;
import cme.catalog.activity.Move;
import cme.catalog.activity.Moves;
import cme.catalog.activity.ProviderCode;
import cme.catalog.register.Entry;
import cme.catalog.register.Occasion;
import cme.catalog.register.Revision;
import cme.chassis.problem.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Judges one row against what is known. A row adds to what the catalog says of an activity and
/// replaces what it says itself; it never takes away.
final class Judge {

    private final Known known;
    private final Instant now;
    private final String by;

    Judge(Known known, Instant now, String by) {
        this.known = known;
        this.now = now;
        this.by = by;
    }

    Verdict judge(ImportRow row) {
        var code = row.code();
        var errors = new ArrayList<>(row.errors());
        var provider = provider(row, errors);
        references(row, errors);
        if (code == null) {
            return new Verdict.Rejected(errors);
        }
        var current = known.entry(code.value());
        var draft = draft(row, provider, current);
        draft.flaws().stream()
                .filter(
                        flaw ->
                                errors.stream()
                                        .noneMatch(e -> e.pointer().equals("/" + flaw.field())))
                .forEach(f -> errors.add(new Violation("/" + f.field(), f.code(), f.detail())));
        return errors.isEmpty() ? judge(row, code, draft, current) : new Verdict.Rejected(errors);
    }

    private Verdict judge(ImportRow row, ActivityCode code, Draft draft, @Nullable Entry current) {
        var before =
                current == null
                        ? Activity.of(code, draft.description(), List.of())
                        : current.activity();
        var described = Moves.describe(before, draft.description());
        if (described instanceof Move.Refused(var slug, var detail)) {
            return rejected("", slug, detail);
        }
        var activity = described instanceof Move.Made(var made) ? made : before;
        boolean approved = false;
        for (var approval : row.approvals()) {
            switch (approve(activity, approval)) {
                case Move.Made(var made) -> {
                    activity = made;
                    approved = true;
                }
                case Move.Nothing() -> {}
                case Move.Refused(var slug, var detail) -> {
                    return rejected("/approvals", slug, detail);
                }
                case Move.Missing(var detail) -> throw new IllegalStateException(detail);
            }
        }
        return verdict(current, activity, approved);
    }

    private Verdict verdict(@Nullable Entry current, Activity activity, boolean approved) {
        if (current == null) {
            var occasion = approved ? Occasion.APPROVED : Occasion.PROPOSED;
            return new Verdict.Created(
                    new Revision(Entry.first(activity, now, by), occasion, null));
        }
        if (activity.equals(current.activity())) {
            return new Verdict.Unchanged(current);
        }
        var occasion = approved ? Occasion.APPROVED : Occasion.CHANGED;
        return new Verdict.Updated(
                new Revision(current.followedBy(activity, now, by), occasion, null));
    }

    /// The same approval with another end is the one that is there, ended or extended.
    private static Move approve(Activity activity, ImportedApproval wanted) {
        return activity.approvals().stream()
                .filter(there -> there.purpose() == wanted.purpose())
                .filter(there -> there.procedures().equals(wanted.procedures()))
                .filter(there -> there.span().from().equals(wanted.span().from()))
                .findFirst()
                .map(there -> Moves.changeApproval(activity, approval(there.id(), wanted)))
                .orElseGet(() -> Moves.approve(activity, approval(UUID.randomUUID(), wanted)));
    }

    private static Approval approval(UUID id, ImportedApproval wanted) {
        return new Approval(id, wanted.purpose(), wanted.procedures(), wanted.span());
    }

    private static Draft draft(
            ImportRow row, @Nullable ProviderCode provider, @Nullable Entry current) {
        var said = row.draft().from(provider);
        var sure = said.credits() == null ? said : said.confirmedUnlessSaid(true);
        return current == null ? sure : sure.orElse(Draft.of(current.activity().description()));
    }

    private @Nullable ProviderCode provider(ImportRow row, List<Violation> errors) {
        if (row.provider() == null) {
            return null;
        }
        var provider = known.providers().get(row.provider().toLowerCase(Locale.ROOT));
        if (provider == null) {
            errors.add(
                    new Violation(
                            "/provider",
                            "provider.unknown",
                            "No provider has this code or name; add it first."));
        }
        return provider;
    }

    private void references(ImportRow row, List<Violation> errors) {
        row.approvals().stream()
                .flatMap(approval -> approval.procedures().stream())
                .filter(code -> !known.procedures().contains(code.value()))
                .distinct()
                .forEach(
                        code ->
                                errors.add(
                                        new Violation(
                                                "/approvals",
                                                "procedure.unknown",
                                                "There is no tracer procedure " + code + ".")));
        var cap = row.draft().cap();
        if (cap != null && !cap.credits().equals(known.caps().get(cap.group()))) {
            errors.add(
                    new Violation(
                            "/capCredits",
                            "cap.differs",
                            "Every activity of %s is capped at %s."
                                    .formatted(cap.group(), known.caps().get(cap.group()))));
        }
    }

    private static Verdict.Rejected rejected(String pointer, String code, String detail) {
        return new Verdict.Rejected(List.of(new Violation(pointer, code, detail)));
    }
}
