package cme.portal.credit;

import cme.portal.services.Absent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The answer whether a transcript was made here and still holds.
///
/// @param madeAt When a transcript of this content was made first; those made since, of the same
///   content, have the same code
/// @param from The first day that is listed; null for all
/// @param to The last day that is listed; null for all
/// @param windows The windows that have totals, as the transcript says them
/// @param completions How many completions it lists
/// @param total As the transcript says it
/// @param holds Whether the ledger still says the same
/// @param changes What has changed since; empty when it holds
/// @param familyNameAgrees Only when `familyName` was sent: whether it is the diplomate's
public record TranscriptVerification(
        String code,
        Instant madeAt,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        List<Transcript.Window> windows,
        int completions,
        Transcript.Total total,
        boolean holds,
        List<String> changes,
        @Nullable Boolean familyNameAgrees) {
    public TranscriptVerification {
        windows = Absent.list(windows);
        changes = Absent.list(changes);
    }
}
