package cme.credit.completion;

import cme.chassis.eventlog.NewEvent;

/// Events of the topic `credit.completions.v1`. Each carries the whole state of a completion, as a
/// [CompletionView] (contract: `credit.completion.schema.json`).
public final class CompletionEvent {
    static final String TOPIC = "credit.completions.v1";
    static final String RECORDED = "cme.credit.completion.recorded";
    static final String CORRECTED = "cme.credit.completion.corrected";
    static final String WITHDRAWN = "cme.credit.completion.withdrawn";

    private CompletionEvent() {}

    /// To be appended in the transaction that made the revision.
    public static NewEvent of(Completion completion) {
        return of(completion, completion.diplomateId());
    }

    /// As [#of(Completion)], under the key of the given diplomate.
    public static NewEvent of(Completion completion, String diplomate) {
        return new NewEvent(
                diplomate,
                type(completion),
                StoredJson.write(CompletionView.of(completion)),
                completion.recordedAt(),
                completion.recordedBy());
    }

    private static String type(Completion completion) {
        return switch (completion.status()) {
            case RECORDED -> completion.revision() == 1 ? RECORDED : CORRECTED;
            case WITHDRAWN -> WITHDRAWN;
        };
    }
}
