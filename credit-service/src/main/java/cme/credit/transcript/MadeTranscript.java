package cme.credit.transcript;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A transcript that was made, as far as it is kept.
///
/// @param at when a transcript of this content was made first
record MadeTranscript(
        TranscriptCode code,
        String diplomateId,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        List<TranscriptView.WindowTotal> windows,
        TranscriptContent content,
        int completions,
        TranscriptTotal total,
        Instant at) {

    MadeTranscript {
        windows = List.copyOf(windows);
    }

    /// The days that were asked for.
    TranscriptQuery asked() {
        return new TranscriptQuery(
                from,
                to,
                windows.stream()
                        .map(window -> new TranscriptWindow(window.from(), window.to()))
                        .toList());
    }
}
