package cme.credit.correction;

import cme.chassis.json.Fields;
import cme.credit.access.Poster;
import cme.credit.correction.CorrectionProposalView.State;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// Selects proposed corrections; a condition that is null is not asked for.
///
/// @param poster the only one whose proposals are selected; null for everybody's
record CorrectionProposalFilter(
        @Nullable Poster poster, @Nullable UUID completion, @Nullable State state) {

    static CorrectionProposalFilter read(Fields query, @Nullable Poster poster) {
        return new CorrectionProposalFilter(
                poster, query.id("completion", "a completion"), query.oneOf("state", State.class));
    }

    Query bind(Query query) {
        return query.bind("poster", poster == null ? null : poster.key())
                .bind("completion", completion)
                .bind("state", state == null ? null : state.name());
    }
}
