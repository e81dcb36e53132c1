package cme.credit.completion;

import cme.chassis.eventlog.NewEvent;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import org.jspecify.annotations.Nullable;

/// Events of the topic `credit.completions.v1`. Each carries the whole state of a completion, as a
/// [CompletionView] (contract: `credit.completion.schema.json`).
public final class CompletionEvent {
    static final String TOPIC = "credit.completions.v1";
    static final String RECORDED = "cme.credit.completion.recorded";
    static final String CORRECTED = "cme.credit.completion.corrected";
    static final String WITHDRAWN = "cme.credit.completion.withdrawn";

    private CompletionEvent() {}

    /// The part of a merge of two diplomates in a revision.
    public enum Merge {
        /// The merge moved the completion to the diplomate who remains.
        MOVED,
        /// The withdrawal of the merge gave the completion back.
        GIVEN_BACK
    }

    private record Payload(@JsonUnwrapped CompletionView completion, @Nullable Merge merge) {}

    /// To be appended in the transaction that made the revision.
    public static NewEvent of(Completion completion) {
        return of(completion, completion.diplomateId(), null);
    }

    /// As [#of(Completion)], under the key of the given diplomate.
    ///
    /// @param merge null when no merge made the revision
    public static NewEvent of(Completion completion, String diplomate, @Nullable Merge merge) {
        return new NewEvent(
                diplomate,
                type(completion),
                StoredJson.write(new Payload(CompletionView.of(completion), merge)),
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
